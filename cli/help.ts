// What the terminal says about itself.

export const HELP = `selvedge: website personalization on the visitor's own device

  selvedge check FILE [--json]            every problem of a config: path: problem. remedy
  selvedge bundle FILE [-o OUT] [--inline]
                                          one script with the config inside (OUT: selvedge.js beside
                                          FILE; - is the terminal), its size and integrity hash;
                                          --inline: a <script> element and its CSP hash instead
  selvedge schema                         the JSON Schema of a config, for your editor
  selvedge --help, --version

check ends with 1 when there is an error, with 0 when there is none or only warnings.
`;
