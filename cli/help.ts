// What the terminal says about itself.

export const HELP = `selvedge: website personalization on the visitor's own device

  selvedge check FILE [--json]            every problem of a config: path: problem. remedy
  selvedge bundle FILE [-o OUT] [--inline]
                                          one script with the config inside (OUT: selvedge.js beside
                                          FILE; - is the terminal), its size and integrity hash;
                                          --inline: a <script> element and its CSP hash instead.
                                          Beside OUT it writes what the script loads later:
                                          selvedge-panel.js (the visitor's own view) and
                                          selvedge-purify.js (for browsers without setHTML)
  selvedge schema                         the JSON Schema of a config, for your editor
  selvedge --help, --version

check ends with 1 when there is an error, with 0 when there is none or only warnings.
`;
