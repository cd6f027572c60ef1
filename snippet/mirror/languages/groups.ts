// What learning called a group of buyers, in the languages of the visitor's view. To a visitor a rule that stands for a group
// is that group.
import type { GroupWords } from '../../../shared/grammar/group-name.ts';

type Words = Omit<GroupWords, 'locale' | 'rule' | 'last' | 'share' | 'again'>;

/** By the first part of a language tag. */
export const groups: Record<string, Words> = {
  ar: {
    once: 'شراء مرة واحدة',
    twice: 'شراء مرة أو مرتين',
    often: 'عدد مرات الشراء: {}',
    spent: 'المبلغ: {}',
    about: 'نحو {}',
    join: '، ',
  },
  de: {
    once: 'Kaufte einmal',
    twice: 'Kaufte ein- oder zweimal',
    often: 'Kaufte {}-mal',
    spent: 'gab {} aus',
    about: 'etwa {}',
  },
  es: {
    once: 'Compró una vez',
    twice: 'Compró una o dos veces',
    often: 'Compró {} veces',
    spent: 'gastó {}',
    about: 'cerca de {}',
  },
  fr: {
    once: 'A acheté une fois',
    twice: 'A acheté une ou deux fois',
    often: 'A acheté {} fois',
    spent: 'a dépensé {}',
    about: 'environ {}',
  },
  it: {
    once: 'Ha comprato una volta',
    twice: 'Ha comprato una o due volte',
    often: 'Ha comprato {} volte',
    spent: 'ha speso {}',
    about: 'circa {}',
  },
  ja: {
    once: '購入 1 回',
    twice: '購入 1～2 回',
    often: '購入 {} 回',
    spent: '支払額 {}',
    about: '約 {}',
    join: '、',
  },
  nl: {
    once: 'Kocht één keer',
    twice: 'Kocht één of twee keer',
    often: 'Kocht {} keer',
    spent: 'gaf {} uit',
    about: 'ongeveer {}',
  },
  pl: {
    once: 'Zakupy: raz',
    twice: 'Zakupy: raz lub dwa razy',
    often: 'Zakupy: {} razy',
    spent: 'wydatki: {}',
    about: 'mniej więcej {}',
  },
  pt: {
    once: 'Comprou uma vez',
    twice: 'Comprou uma ou duas vezes',
    often: 'Comprou {} vezes',
    spent: 'gastou {}',
    about: 'cerca de {}',
  },
  tr: {
    once: 'Satın alma: 1 kez',
    twice: 'Satın alma: 1 ya da 2 kez',
    often: 'Satın alma: {} kez',
    spent: 'harcama: {}',
    about: 'yaklaşık {}',
  },
};
