// The rules for Apache, in a .htaccess beside the files, by Apache.
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { readRecipe } from './read-recipe.mjs';
import { tryServer } from './start-server.mjs';

const MODULES = ['mpm_event', 'authz_core', 'mime', 'dir', 'headers'];

export const title = 'Apache';

export const tryRecipe = () =>
  tryServer({
    name: 'apache2',
    packages: ['apache2-bin', 'libapr1', 'libaprutil1'],
    configure: ({ folder, site, port, root = '' }) => {
      writeFileSync(join(site, '.htaccess'), readRecipe('Apache', 'apache'));
      return {
        text: `${MODULES.map((name) => `LoadModule ${name}_module ${root}/usr/lib/apache2/modules/mod_${name}.so`).join('\n')}
ServerName localhost
Listen 127.0.0.1:${port}
ServerRoot ${folder}
PidFile ${folder}/pid
ErrorLog ${folder}/error.log
${process.getuid?.() === 0 ? 'User www-data\nGroup www-data' : ''}
DocumentRoot ${site}
DirectoryIndex index.html
TypesConfig /etc/mime.types
<Directory ${site}>
  AllowOverride FileInfo
</Directory>
`,
        args: (file) => ['-f', file, '-DFOREGROUND'],
      };
    },
  });
