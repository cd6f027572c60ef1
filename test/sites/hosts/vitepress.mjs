// VitePress: static pages that Vue hydrates, with its default theme and its own router.
export const host = {
  name: 'vitepress',
  title: 'VitePress 1.6, default theme',
  dependencies: { vitepress: '1.6.4', vue: '3.5.45' },
  files: {
    '.vitepress/config.mjs': `export default { title: 'Host', cleanUrls: true, head: [['script', { src: '/selvedge.js' }]] };`,
    'index.md': `<script setup>import Home from './Home.vue'</script>

<Home />
`,
    'two.md': `<script setup>import Two from './Two.vue'</script>

<Two />
`,
    'Home.vue': `<script setup>import { ref } from 'vue'; const n = ref(0); const m = ref(0); const old = '/old.svg';</script>
<template><div id="home">
<h1 id="title">Home ORIGINAL</h1>
<h2 id="count">Count ORIGINAL {{ n }}</h2>
<button id="more" @click="n++">More ORIGINAL {{ n }}</button>
<p id="html">Words ORIGINAL {{ n }}</p>
<ul><li id="item">Item ORIGINAL {{ n }}</li><li id="item-next">Item next {{ n }}</li></ul>
<p id="attr" title="old">Attribute {{ n }}</p>
<img id="hero" :src="old" alt="Old" width="20" height="20">
<p id="class" class="base">Class {{ n }}</p>
<p id="style">Style {{ n }}</p>
<p id="hide">Hide ORIGINAL {{ n }}</p>
<p><a id="link" href="/two">Leads to two</a></p>
<p id="near">Near {{ n }}</p>
<p id="next">Next {{ n }}</p>
<div id="list"><article id="one">One {{ n }}</article><article id="two">Two {{ n }}</article><article id="three">Three {{ n }}</article></div>
<section id="late"><h2 id="late-title">Late ORIGINAL {{ m }}</h2><button id="late-more" @click="m++">Late ORIGINAL {{ m }}</button><p id="late-near">Late near</p><p id="late-next">Late next {{ m }}</p></section>
<p><a id="to-two" href="/two">To two</a></p>
</div></template>`,
    'Two.vue': `<script setup>import { ref } from 'vue'; const n = ref(0);</script>
<template><div id="second">
<h1 id="title">Second ORIGINAL {{ n }}</h1>
<button id="more" @click="n++">More ORIGINAL {{ n }}</button>
<p id="near">Near {{ n }}</p>
<p id="next">Next {{ n }}</p>
<p><a id="to-home" href="/">To home</a></p>
</div></template>`,
  },
  build: ['vitepress', 'build'],
  serve: ['vitepress', 'preview', '--port', '$PORT'],
};
