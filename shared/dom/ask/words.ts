// The few words of our own around a question, in the languages of the visitor's view; in all others English.
import { keyFor } from '../../grammar/words-for.ts';

const WORDS = {
  ar: 'إغلاق|تبقى إجابتك في هذا المتصفح.|عرضها وتغييرها|تم|شكرًا لك.',
  de: 'Schließen|Ihre Antwort bleibt in diesem Browser.|Ansehen und ändern|Fertig|Vielen Dank.',
  es: 'Cerrar|Tu respuesta se queda en este navegador.|Verla y cambiarla|Listo|Gracias.',
  fr: 'Fermer|Votre réponse reste dans ce navigateur.|La voir et la modifier|Terminé|Merci.',
  it: 'Chiudi|La tua risposta resta in questo browser.|Vedila e cambiala|Fatto|Grazie.',
  ja: '閉じる|回答はこのブラウザーの中にだけ残ります。|確認・変更する|完了|ありがとうございます。',
  nl: 'Sluiten|Uw antwoord blijft in deze browser.|Bekijken en wijzigen|Klaar|Dank u wel.',
  pl: 'Zamknij|Twoja odpowiedź zostaje w tej przeglądarce.|Zobacz i zmień|Gotowe|Dziękujemy.',
  pt: 'Fechar|A sua resposta fica neste navegador.|Ver e alterar|Concluído|Obrigado.',
  tr: 'Kapat|Yanıtınız bu tarayıcıda kalır.|Gör ve değiştir|Tamam|Teşekkürler.',
  '*': 'Close|Your answer stays in this browser.|See and change it|Done|Thank you.',
};

export interface OwnWords {
  close: string;
  stays: string;
  see: string;
  done: string;
  thanks: string;
}

export function ownWords(language: string): OwnWords {
  const all: { [language: string]: string } = WORDS;
  const [close = '', stays = '', see = '', done = '', thanks = ''] = (
    all[keyFor(all, language) ?? ''] ?? ''
  ).split('|');
  return { close, stays, see, done, thanks };
}
