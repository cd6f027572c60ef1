// The words by which shops say how an order stands, in lower case with spaces for what joins words: those of WooCommerce,
// Shopify, Shopware, Magento, PrestaShop and BigCommerce, in English and in German; and those of WooCommerce and PrestaShop in
// French, Spanish, Italian, Dutch and Portuguese.

/** Without the `wc-` of WooCommerce, and without brackets, as in “On backorder (paid)”. */
export const plainWord = (cell: string): string =>
  cell
    .trim()
    .toLowerCase()
    .replace(/^wc-/, '')
    .replace(/[\s_()-]+/g, ' ')
    .trim();

/** Orders, whether or not they are paid, sent or partly given back. */
const ORDERS = [
  ...['paid', 'partially paid', 'paid partially', 'authorized', 'authorised', 'unconfirmed', 'reminded'],
  ...['complete', 'completed', 'processing', 'processed', 'in progress', 'processing in progress'],
  ...['pending', 'pending payment', 'on hold', 'holded', 'open', 'new', 'active', 'confirmed', 'ok'],
  ...['payment review', 'payment accepted', 'remote payment accepted', 'manual verification required'],
  ...['awaiting payment', 'awaiting fulfillment', 'awaiting shipment', 'awaiting pickup', 'disputed'],
  ...['awaiting check payment', 'awaiting bank wire payment', 'awaiting cash on delivery validation'],
  ...['on backorder paid', 'on backorder not paid', 'unfulfilled'],
  ...['shipped', 'partially shipped', 'sent', 'delivered', 'fulfilled', 'partially fulfilled', 'partial'],
  ...['partially refunded', 'refunded partially', 'success', 'successful', 'done'],
  ...['bezahlt', 'teilweise bezahlt', 'bezahlt teilweise', 'offen', 'neu', 'in bearbeitung', 'bestätigt'],
  ...['zahlung ausstehend', 'in wartestellung', 'zahlung eingegangen', 'bestellung in bearbeitung'],
  ...['versendet', 'versandt', 'bestellung versandt', 'bestellung ausgeliefert', 'artikel nicht auf lager'],
  ...['artikel nicht auf lager bezahlt', 'geliefert', 'zugestellt', 'abgeschlossen', 'fertiggestellt'],
  ...['teilweise erstattet', 'erstattet teilweise', 'erinnert', 'autorisiert'],
  ...['en attente', 'en attente de paiement', 'en cours', 'en cours de préparation', 'paiement accepté'],
  ...['payé', 'payée', 'expédié', 'expédiée', 'livré', 'livrée', 'terminé', 'terminée', 'complétée'],
  ...['pendiente', 'pendiente de pago', 'procesando', 'en espera', 'preparación en curso', 'pago aceptado'],
  ...['pagado', 'enviado', 'entregado', 'completado', 'in attesa', 'in attesa di pagamento', 'sospeso'],
  ...['in lavorazione', 'preparazione in corso', 'pagamento accettato', 'pagato', 'spedito', 'consegnato'],
  ...['completato', 'wachtend op betaling', 'in behandeling', 'in de wacht', 'betaling aanvaard', 'betaald'],
  ...['verzonden', 'afgeleverd', 'afgerond', 'voltooid', 'pagamento pendente', 'processando', 'aguardando'],
  ...['em espera', 'pagamento aceite', 'pago', 'entregue', 'concluído', 'concluída'],
];
/** What did not come to be, or was given back whole. */
const NONE = [
  ...['cancelled', 'canceled', 'cancel', 'void', 'voided', 'failed', 'declined', 'rejected', 'expired'],
  ...['trash', 'draft', 'auto draft', 'checkout draft', 'incomplete', 'payment error'],
  ...['refunded', 'reversed', 'charged back', 'chargeback', 'annulled'],
  ...['storniert', 'storno', 'abgebrochen', 'fehlgeschlagen', 'abgelehnt', 'abgelaufen', 'erstattet'],
  ...[
    'rückerstattet',
    'bestellung storniert',
    'zahlung erstattet',
    'fehler bei der bezahlung',
    'rückbuchung',
  ],
  ...['entwurf', 'papierkorb'],
  ...['annulé', 'annulée', 'remboursé', 'remboursée', 'échoué', 'échouée', 'erreur de paiement'],
  ...['cancelado', 'cancelada', 'reembolsado', 'reembolsada', 'fallido', 'error de pago', 'error en el pago'],
  ...['annullato', 'rimborsato', 'fallito', 'errore di pagamento', 'geannuleerd', 'terugbetaald', 'mislukt'],
  ...['betalingsfout', 'falhado', 'malsucedido', 'erro no pagamento'],
];
export const NO_ORDER: ReadonlySet<string> = new Set(NONE);
export const AN_ORDER: ReadonlySet<string> = new Set(ORDERS);

/** Of Magento, whose list of orders has these columns, one is closed once all of it was paid back; elsewhere when it is done. */
export const MAGENTO = { columns: ['purchase point', 'grand total base'], noOrder: 'closed' };
