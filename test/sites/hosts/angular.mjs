// Angular with SSR and hydration, zoneless as its scaffold makes it; the late part is hydrated on interaction.
const version = '22.2.0';
const packages = ['common', 'compiler', 'core', 'platform-browser', 'platform-server', 'router', 'ssr'];
const tools = ['build', 'cli', 'compiler-cli'];
const component = (name, template, imports = '') => `import { Component, signal } from '@angular/core';
import { RouterLink } from '@angular/router';
${imports.match(/import .*/)?.[0] ?? ''}
@Component({ selector: 'app-${name.toLowerCase()}', imports: [RouterLink${imports && ', Late'}], template: \`${template}\` })
export class ${name} { n = signal(0); more() { this.n.update((n) => n + 1); } }`;

export const host = {
  name: 'angular',
  title: 'Angular 22.2, SSR, `provideClientHydration` with incremental hydration',
  dependencies: {
    ...Object.fromEntries([...packages, ...tools].map((name) => [`@angular/${name}`, version])),
    rxjs: '7.8.2',
    tslib: '2.8.1',
    express: '5.1.0',
    typescript: '6.0.3',
  },
  files: {
    'angular.json': JSON.stringify({
      version: 1,
      cli: { analytics: false },
      projects: {
        host: {
          projectType: 'application',
          root: '',
          sourceRoot: 'src',
          architect: {
            build: {
              builder: '@angular/build:application',
              options: {
                browser: 'src/main.ts',
                server: 'src/main.server.ts',
                outputMode: 'server',
                ssr: { entry: 'src/server.ts' },
                tsConfig: 'tsconfig.json',
                index: 'src/index.html',
              },
            },
          },
        },
      },
    }),
    'tsconfig.json': JSON.stringify({
      compilerOptions: {
        target: 'ES2022',
        module: 'preserve',
        moduleResolution: 'bundler',
        lib: ['ES2023', 'DOM', 'DOM.Iterable'],
        types: [],
        skipLibCheck: true,
        strict: false,
      },
      files: ['src/main.ts', 'src/main.server.ts', 'src/server.ts'],
    }),
    'src/index.html': `<!doctype html><html lang="en"><head><script src="/selvedge.js"></script><meta charset="utf-8"><title>Host</title><base href="/"></head><body><app-root></app-root></body></html>`,
    'src/main.ts': `import { bootstrapApplication } from '@angular/platform-browser';
import { App, config } from './app';
bootstrapApplication(App, config);`,
    'src/main.server.ts': `import { mergeApplicationConfig } from '@angular/core';
import { bootstrapApplication } from '@angular/platform-browser';
import { provideServerRendering, RenderMode, withRoutes } from '@angular/ssr';
import { App, config } from './app';
const server = { providers: [provideServerRendering(withRoutes([{ path: '**', renderMode: RenderMode.Server }]))] };
export default (context) => bootstrapApplication(App, mergeApplicationConfig(config, server), context);`,
    'src/server.ts': `import { AngularNodeAppEngine, createNodeRequestHandler, writeResponseToNodeResponse } from '@angular/ssr/node';
import express from 'express';
const app = express();
const engine = new AngularNodeAppEngine({ allowedHosts: ['localhost', '127.0.0.1'] } as any);
app.use(express.static((import.meta as any).dirname + '/../browser', { index: false, redirect: false }));
app.use((request, response, next) => { engine.handle(request).then((answer) => answer ? writeResponseToNodeResponse(answer, response) : next()).catch(next); });
const port = (globalThis as any).process.env.PORT;
if (port) app.listen(Number(port));
export const reqHandler = createNodeRequestHandler(app);`,
    'src/app.ts': `import { Component } from '@angular/core';
import { provideClientHydration, withEventReplay, withIncrementalHydration } from '@angular/platform-browser';
import { provideRouter, RouterOutlet } from '@angular/router';
import { Home } from './home';
import { Two } from './two';
@Component({ selector: 'app-root', imports: [RouterOutlet], template: '<router-outlet />' })
export class App {}
export const config = { providers: [provideRouter([{ path: '', component: Home }, { path: 'two', component: Two }]), provideClientHydration(withEventReplay(), withIncrementalHydration())] };`,
    'src/late.ts': `import { Component, signal } from '@angular/core';
@Component({ selector: 'app-late', template: \`<section id="late"><h2 id="late-title">Late ORIGINAL {{ m() }}</h2><button id="late-more" (click)="more()">Late ORIGINAL {{ m() }}</button><p id="late-near">Late near</p><p id="late-next">Late next {{ m() }}</p></section>\` })
export class Late { m = signal(0); more() { this.m.update((m) => m + 1); } }`,
    'src/home.ts': component(
      'Home',
      `<main id="home">
<h1 id="title">Home ORIGINAL</h1>
<h2 id="count">Count ORIGINAL {{ n() }}</h2>
<button id="more" (click)="more()">More ORIGINAL {{ n() }}</button>
<p id="html">Words ORIGINAL {{ n() }}</p>
<ul><li id="item">Item ORIGINAL {{ n() }}</li><li id="item-next">Item next {{ n() }}</li></ul>
<p id="attr" title="old">Attribute {{ n() }}</p>
<img id="hero" src="/old.svg" alt="Old" width="20" height="20">
<p id="class" class="base">Class {{ n() }}</p>
<p id="style">Style {{ n() }}</p>
<p id="hide">Hide ORIGINAL {{ n() }}</p>
<p><a id="link" routerLink="/two">Leads to two</a></p>
<p id="near">Near {{ n() }}</p>
<p id="next">Next {{ n() }}</p>
<div id="list">@for (name of names; track name) {<article [id]="name.toLowerCase()">{{ name }} {{ n() }}</article>}</div>
@defer (hydrate on interaction) {<app-late />}
<p><a id="to-two" routerLink="/two">To two</a></p>
</main>`,
      "import { Late } from './late';",
    ).replace('n = signal(0);', "names = ['One', 'Two', 'Three']; n = signal(0);"),
    'src/two.ts': component(
      'Two',
      `<main id="second">
<h1 id="title">Second ORIGINAL {{ n() }}</h1>
<button id="more" (click)="more()">More ORIGINAL {{ n() }}</button>
<p id="near">Near {{ n() }}</p>
<p id="next">Next {{ n() }}</p>
<p><a id="to-home" routerLink="/">To home</a></p>
</main>`,
    ),
  },
  build: ['ng', 'build'],
  serve: ['node', 'dist/host/server/server.mjs'],
};
