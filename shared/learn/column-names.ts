// How the columns of other programs' exports are called: their words, not ours. Compared in lower case, with signs as
// spaces. Whose they are: order exports of Shopify, WooCommerce, Shopware and Magento, Matomo's, and what people write by hand.

/** What is read of an order or of a visit; the other columns of an export are not looked at. */
export const ROLES = [
  'buyer',
  'date',
  'total',
  'order',
  'refunded',
  'cancelled',
  'item',
  'visit',
  'name',
  'currency',
] as const;
/** Those that no order can be without: without their columns nothing is read. */
export const NEEDED = ['buyer', 'date', 'total'] as const satisfies readonly Role[];
export type Role = (typeof ROLES)[number];

/** The first that a file has counts. An address before an id, which guests have none of. */
export const COLUMN_NAMES: Record<Role, readonly string[]> = {
  buyer: [
    'buyer',
    'buyer id',
    'email',
    'e mail',
    'customer email',
    'billing email',
    'email billing',
    'billing email address',
    'customer id',
    'customerid',
    'customer user id',
    'customer user',
    'user id',
    'userid',
    'client id',
    'visitor id',
    'visitorid',
    'customer',
    'client',
    'visitor',
    'kundennummer',
    'kunde',
  ],
  date: [
    'date',
    'order date',
    'created at',
    'paid at',
    'processed at',
    'date created',
    'purchase date',
    'purchased at',
    'ordered at',
    'server date time',
    'server time',
    'server date',
    'timestamp',
    'datum',
    'bestelldatum',
    'order date time',
    'day',
  ],
  total: [
    'total',
    'order total',
    'order total amount',
    'total price',
    'grand total',
    'revenue',
    'order revenue',
    'total revenue',
    'amount',
    'value',
    'order value',
    'total sales',
    'grand total base',
    'amount total',
    'n revenue',
    'gesamt',
    'gesamtbetrag',
    'summe',
    'betrag',
  ],
  order: [
    'order',
    'order id',
    'order number',
    'order no',
    'transaction id',
    'orderid',
    'id order',
    'transactionid',
    'bestellnummer',
    ...['order nr', 'order num', 'order ref', 'order reference', 'orderno', 'ordernr'],
    ...['bestellnr', 'bestell nr', 'best nr', 'bestellung', 'bestell id'],
    ...['auftragsnummer', 'auftragsnr', 'auftrags nr', 'auftrag nr', 'auftrag'],
    ...['commande', 'numéro de commande', 'numero de commande', 'n de commande', 'nº de commande'],
    ...['no de commande', 'no commande', 'n commande', 'nº commande', 'num commande'],
    ...['ordine', 'numero ordine', 'numero d ordine', 'n ordine', 'nº ordine', 'num ordine', 'id ordine'],
    ...['pedido', 'número de pedido', 'numero de pedido', 'número do pedido', 'numero do pedido'],
    ...['n pedido', 'nº pedido', 'n º pedido', 'nº de pedido', 'n º de pedido', 'n de pedido'],
    ...['nº do pedido', 'n º do pedido', 'n do pedido', 'id pedido', 'id do pedido'],
    ...['encomenda', 'número da encomenda', 'numero da encomenda', 'nº da encomenda', 'n da encomenda'],
    ...['bestelnummer', 'bestelnr', 'bestel nr', 'bestelling', 'ordernummer'],
    'name',
  ],
  refunded: ['refunded amount', 'order refund amount', 'refund amount', 'amount refunded', 'total refunded'],
  cancelled: [
    ...[
      'cancelled at',
      'canceled at',
      'cancelled on',
      'canceled on',
      'cancelled',
      'canceled',
      'is cancelled',
    ],
    ...['storniert am', 'storniert'],
  ],
  item: [
    'item',
    'item id',
    'itemid',
    'lineitem sku',
    'sku',
    'product id',
    'productid',
    'stock code',
    'stockcode',
    'artikelnummer',
  ],
  visit: ['visit', 'visit id', 'visitid', 'idvisit', 'session', 'session id', 'sessionid', 'ga session id'],
  name: ['item name', 'lineitem name', 'product name', 'product title', 'artikelname'],
  currency: [
    'currency',
    'order currency',
    'currency code',
    'order currency code',
    'currency iso code',
    'währung',
  ],
};

/** What says how an order stands: read where its words are known, as some shops have words of their own. */
export const STATUS_NAMES: readonly string[] = [
  ...['status', 'order status', 'orderstatus', 'state', 'order state', 'financial status', 'payment status'],
  ...['bestellstatus', 'zahlungsstatus', 'auftragsstatus', 'bestelstatus', 'betaalstatus'],
  ...['statut', 'statut de la commande', 'statut de paiement', 'état', 'état de la commande'],
  ...['estado', 'estado del pedido', 'estado do pedido', 'estado da encomenda', 'estado del pago'],
  ...['status do pedido', 'stato', 'stato ordine', 'stato dell ordine', 'stato pagamento'],
];

/** Without `--map` these are read only where one column alone is called so: nothing else needs them. */
export const EXTRA: readonly Role[] = ['item', 'visit', 'name', 'currency'];
/** Those that say something of items alone. */
export const OF_ITEMS: readonly Role[] = ['item', 'visit', 'name'];

/** The order number of a Shopify export is called `Name`, and beside other columns that is what somebody is called. */
export const SHOPIFY = ['name', 'financial status', 'created at'];

/** Our own event, and GA4's in an export to BigQuery, as JSON lines. */
export const EVENT_FIELDS = {
  own: { buyer: 'visitor', name: 'name', at: 'at' },
  ga4: {
    buyer: 'user_pseudo_id',
    name: 'event_name',
    at: 'event_timestamp',
    visit: 'ga_session_id',
  },
} as const;

/** What GA4 records by itself: where a visit begins, and what says nothing of what was done. */
export const GA4_EVENTS: { begins: string; own: readonly string[] } = {
  begins: 'session_start',
  own: ['first_visit', 'user_engagement'],
};
