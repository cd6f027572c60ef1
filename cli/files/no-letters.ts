// Of a file whose letters nobody can be sure of.

export const NO_LETTERS = 'not UTF-8. Save it as UTF-8 (in a spreadsheet: "CSV UTF-8")';
