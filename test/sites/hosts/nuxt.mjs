// Nuxt: Vue hydrates what Nitro rendered.
const part = `<section id="late"><h2 id="late-title">Late ORIGINAL {{ m }}</h2><button id="late-more" @click="m++">Late ORIGINAL {{ m }}</button><p id="late-near">Late near</p><p id="late-next">Late next {{ m }}</p></section>`;

export const host = {
  name: 'nuxt',
  title: 'Nuxt 4.5, Nitro, a lazily hydrated part',
  dependencies: { nuxt: '4.5.2', vue: '3.5.45', 'vue-router': '5.5.1' },
  files: {
    'nuxt.config.js': `export default { telemetry: false, compatibilityDate: '2026-11-01', app: { head: { script: [{ src: '/selvedge.js', tagPriority: 'critical' }] } } };`,
    'app/components/Late.vue': `<script setup>const m = ref(0)</script><template>${part}</template>`,
    'app/pages/index.vue': `<script setup>const n = ref(0)</script>
<template><main id="home">
<h1 id="title">Home ORIGINAL</h1>
<h2 id="count">Count ORIGINAL {{ n }}</h2>
<button id="more" @click="n++">More ORIGINAL {{ n }}</button>
<p id="html">Words ORIGINAL {{ n }}</p>
<ul><li id="item">Item ORIGINAL {{ n }}</li><li id="item-next">Item next {{ n }}</li></ul>
<p id="attr" title="old">Attribute {{ n }}</p>
<img id="hero" :src="'/old.svg'" alt="Old" width="20" height="20">
<p id="class" class="base">Class {{ n }}</p>
<p id="style">Style {{ n }}</p>
<p id="hide">Hide ORIGINAL {{ n }}</p>
<p><NuxtLink id="link" to="/two">Leads to two</NuxtLink></p>
<p id="near">Near {{ n }}</p>
<p id="next">Next {{ n }}</p>
<div id="list"><article id="one">One {{ n }}</article><article id="two">Two {{ n }}</article><article id="three">Three {{ n }}</article></div>
<LazyLate hydrate-on-idle />
<p><NuxtLink id="to-two" to="/two">To two</NuxtLink></p>
</main></template>`,
    'app/pages/two.vue': `<script setup>const n = ref(0)</script>
<template><main id="second">
<h1 id="title">Second ORIGINAL {{ n }}</h1>
<button id="more" @click="n++">More ORIGINAL {{ n }}</button>
<p id="near">Near {{ n }}</p>
<p id="next">Next {{ n }}</p>
<p><NuxtLink id="to-home" to="/">To home</NuxtLink></p>
</main></template>`,
  },
  build: ['nuxt', 'build'],
  serve: ['node', '.output/server/index.mjs'],
};
