// The documents as a site. Links that lead nowhere end its build.

const named = (text, link) => ({ text, link });

export default {
  title: 'Selvedge',
  description: "Website personalization on the visitor's own device",
  cleanUrls: true,
  lastUpdated: false,
  ignoreDeadLinks: 'localhostLinks',
  rewrites: { 'README.md': 'index.md' },
  themeConfig: {
    search: { provider: 'local' },
    outline: [2, 3],
    sidebar: [
      {
        text: 'Authors',
        items: [
          named('Working with the extension', '/docs/AUTHORS'),
          named('Did it help?', '/docs/MEASURE'),
          named('What your orders tell', '/docs/LEARN'),
          named('With an agent', '/docs/AGENTS'),
        ],
      },
      {
        text: 'Owners',
        items: [
          named('What to know', '/docs/OWNERS'),
          named('Where the tag goes', '/docs/INSTALL'),
          named('Search engines, languages, addresses', '/docs/SEARCH'),
          named('Privacy', '/docs/PRIVACY'),
          named('What counting tells', '/docs/COUNTING'),
          named('Each server’s log', '/docs/LOGS'),
          named('Security', '/SECURITY'),
          named('Size and speed', '/docs/SPEED'),
        ],
      },
      {
        text: 'Developers',
        items: [
          named('Config, terminal, calls, events', '/docs/API'),
          named('Conditions', '/docs/CONDITIONS'),
          named('Changes', '/docs/CHANGES'),
          named('Architecture', '/docs/ARCHITECTURE'),
          named('Testing', '/docs/TESTING'),
          named('Contributing', '/CONTRIBUTING'),
          named('Changelog', '/CHANGELOG'),
        ],
      },
    ],
  },
  markdown: {
    // `{{trait.name}}` is a token of ours, no expression of the site's
    config: (md) => {
      const { text, code_inline: code } = md.renderer.rules;
      const keep = (render) => (tokens, at, options, env, self) =>
        render(tokens, at, options, env, self).replaceAll('{{', '&#123;&#123;');
      md.renderer.rules.text = keep(text);
      md.renderer.rules.code_inline = keep(code);
    },
  },
};
