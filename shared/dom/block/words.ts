// The few words of our own in a block, in the languages of most sites; in all others English.
import { keyFor } from '../../grammar/words-for.ts';

const WORDS = {
  de: 'Schließen|Kopieren|Kopiert|Bitte von Hand kopieren',
  fr: 'Fermer|Copier|Copié|Copiez à la main',
  es: 'Cerrar|Copiar|Copiado|Cópialo a mano',
  it: 'Chiudi|Copia|Copiato|Copia a mano',
  nl: 'Sluiten|Kopiëren|Gekopieerd|Kopieer met de hand',
  pl: 'Zamknij|Kopiuj|Skopiowano|Skopiuj ręcznie',
  pt: 'Fechar|Copiar|Copiado|Copie à mão',
  '*': 'Close|Copy|Copied|Please copy it by hand',
};

export interface OwnWords {
  close: string;
  copy: string;
  copied: string;
  failed: string;
}

export function ownWords(language: string): OwnWords {
  const all: { [language: string]: string } = WORDS;
  const [close = '', copy = '', copied = '', failed = ''] = (all[keyFor(all, language) ?? ''] ?? '').split(
    '|',
  );
  return { close, copy, copied, failed };
}
