// The rules for nginx, by nginx.
import { readRecipe } from './read-recipe.mjs';
import { tryServer } from './start-server.mjs';

export const title = 'nginx';

export const tryRecipe = () =>
  tryServer({
    name: 'nginx',
    packages: ['nginx', 'nginx-common'],
    configure: ({ folder, site, port, root = '' }) => ({
      text: `${process.getuid?.() === 0 ? 'user root;' : ''}
daemon off;
worker_processes 1;
pid ${folder}/pid;
error_log stderr;
events {}
http {
  include ${root}/etc/nginx/mime.types;
  access_log off;
  ${['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'].map((what) => `${what}_temp_path ${folder}/${what};`).join('\n  ')}
  server {
    listen 127.0.0.1:${port};
    root ${site};
    ${readRecipe('nginx', 'nginx')}
  }
}
`,
      args: (file) => ['-c', file, '-e', 'stderr', '-p', folder],
    }),
  });
