// DOMPurify for browsers without `setHTML`: a file of its own, that the tag loads when a change first needs it.
//
// It takes out what can run and cuts to the allowed elements; attributes and addresses are judged by shared/dom
// afterwards, as they are behind the browser's own sanitizer.
import DOMPurify from 'dompurify';
import type { Purify } from '../dom/sanitize.ts';

export const purify: Purify = async (html, into, elements) => {
  const { localName } = into;
  // rows and cells are only read where they belong
  const [open, css] =
    localName === 'tr'
      ? ['<table><tbody><tr>', 'tr']
      : localName === 'tbody'
        ? ['<table><tbody>', 'tbody']
        : ['', ''];
  const clean = DOMPurify.sanitize(open + html, { ALLOWED_TAGS: elements, RETURN_DOM_FRAGMENT: true });
  into.append(...((css && clean.querySelector(css)) || clean).childNodes);
};
