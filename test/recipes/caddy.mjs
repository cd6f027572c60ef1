// The rules for Caddy, by Caddy.
import { readRecipe } from './read-recipe.mjs';
import { tryServer } from './start-server.mjs';

export const title = 'Caddy';

export const tryRecipe = () =>
  tryServer({
    name: 'caddy',
    packages: ['caddy'],
    configure: ({ site, port }) => ({
      text: `{
  admin off
  auto_https off
}
http://127.0.0.1:${port} {
  root * ${site}
  file_server
  ${readRecipe('Caddy', 'text')}
}
`,
      args: (file) => ['run', '--config', file, '--adapter', 'caddyfile'],
    }),
  });
