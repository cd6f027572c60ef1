// The shop's own script, as an owner might have it: basket, checkout and GA4 events. It knows nothing of
// Selvedge but one optional line (`set`, a trait the visitor states). No innerHTML: Trusted Types are on.
(() => {
  const basketKey = 'marram:basket';
  const orderKey = 'marram:order';
  const currency = 'GBP';
  const freeFrom = 80;
  const postage = 4;

  window.dataLayer = window.dataLayer || [];
  function gtag() {
    // biome-ignore lint/complexity/noArguments: GA4's own snippet pushes the arguments object
    window.dataLayer.push(arguments);
  }
  const push = (event, ecommerce) => {
    window.dataLayer.push({ ecommerce: null });
    window.dataLayer.push({ event, ecommerce });
  };

  const find = (css, root = document) => root.querySelector(css);
  const pounds = (value) => `£${Number.isInteger(value) ? value : value.toFixed(2)}`;
  const kind = document.body.dataset.page;

  function read(storage, key, fallback) {
    try {
      return JSON.parse(storage.getItem(key)) ?? fallback;
    } catch {
      return fallback;
    }
  }
  function write(storage, key, value) {
    try {
      storage.setItem(key, JSON.stringify(value));
    } catch {
      // Storage is off or full: the basket lives as long as the page.
    }
  }

  let basket = read(localStorage, basketKey, []);
  const totalOf = (items) => items.reduce((sum, { price, quantity }) => sum + price * quantity, 0);
  /** What GA4 wants of an item; the basket itself also keeps its picture and address. */
  const bare = (items) =>
    items.map(({ item_id, item_name, item_category, price, quantity }) => ({
      item_id,
      item_name,
      item_category,
      price,
      quantity,
    }));
  const money = (items) => ({ currency, value: totalOf(items), items: bare(items) });
  const itemOf = ({ dataset }, quantity = 1) => ({
    item_id: dataset.itemId,
    item_name: dataset.itemName,
    item_category: dataset.itemCategory,
    price: Number(dataset.price),
    quantity,
  });

  function keep(next) {
    basket = next;
    write(localStorage, basketKey, basket);
    paint();
  }

  function paint() {
    find('#cart-count').textContent = String(basket.reduce((sum, { quantity }) => sum + quantity, 0));
    if (kind === 'cart') paintCart();
  }

  function paintCart() {
    find('#cart-empty').hidden = basket.length > 0;
    find('#cart-full').hidden = basket.length === 0;
    const lines = basket.map((item) => {
      const line = find('#cart-line').content.cloneNode(true);
      find('img', line).src = item.image;
      const link = find('a', line);
      link.href = item.path;
      link.textContent = item.item_name;
      find('.cart-each', line).textContent = `${item.quantity} × ${pounds(item.price)}`;
      find('.cart-price', line).textContent = pounds(item.quantity * item.price);
      const remove = find('button', line);
      remove.setAttribute('aria-label', `Remove ${item.item_name}`);
      remove.addEventListener('click', () => {
        push('remove_from_cart', money([item]));
        keep(basket.filter(({ item_id }) => item_id !== item.item_id));
      });
      return line;
    });
    find('#cart-lines').replaceChildren(...lines);
    const value = totalOf(basket);
    find('#cart-total').textContent = pounds(value);
    find('#cart-delivery').textContent = value >= freeFrom ? 'free' : pounds(postage);
  }

  function add(item) {
    const same = basket.find(({ item_id }) => item_id === item.item_id);
    keep(
      same
        ? basket.map((old) => (old === same ? { ...old, quantity: old.quantity + item.quantity } : old))
        : [...basket, item],
    );
  }

  const starts = {
    shelf() {
      pushList(find('#shelf'));
    },
    home() {
      pushList(find('#featured .grid'));
    },
    product() {
      const product = find('#product');
      push('view_item', money([itemOf(product)]));
      find('#add-form').addEventListener('submit', (event) => {
        event.preventDefault();
        const item = itemOf(product, Number(find('#quantity').value));
        add({ ...item, image: product.dataset.image, path: location.pathname });
        push('add_to_cart', money([item]));
        find('#add-status').textContent = `${item.item_name} is in your basket.`;
      });
    },
    search() {
      const { term, results } = find('#results').dataset;
      if (term) gtag('event', 'search', { search_term: term, results: Number(results) });
    },
    cart() {
      if (basket.length) push('view_cart', money(basket));
    },
    checkout() {
      if (basket.length) push('begin_checkout', money(basket));
      const lines = basket.map(({ item_name, quantity, price }) => {
        const line = document.createElement('li');
        line.textContent = `${quantity} × ${item_name}, ${pounds(quantity * price)}`;
        return line;
      });
      find('#checkout-lines').replaceChildren(...lines);
      const value = totalOf(basket);
      find('#checkout-total').textContent = pounds(value && value < freeFrom ? value + postage : value);
      find('#checkout-form').addEventListener('submit', (event) => {
        event.preventDefault();
        const transaction_id = `M${Date.now().toString(36).toUpperCase()}`;
        if (basket.length) write(sessionStorage, orderKey, { transaction_id, ...money(basket) });
        keep([]);
        location.assign('/thank-you');
      });
    },
    'thank-you'() {
      const order = read(sessionStorage, orderKey, undefined);
      if (!order) return;
      find('#order-id').textContent = order.transaction_id;
      // Pushed again on a reload, as real shops do: the same transaction_id must count once.
      push('purchase', order);
    },
  };

  function pushList(list) {
    const items = [...list.children].map((card) => itemOf(card));
    push('view_item_list', { item_list_name: list.dataset.list, items });
  }

  /** Forms that only say thank you: no field is read but what the visitor says they like to do. */
  const answers = {
    letter(form) {
      gtag('event', 'sign_up', { method: 'letter' });
      const activity = find('select', form).value;
      if (activity) window.selvedge?.set?.({ activity });
      return 'Thank you. The next letter is yours. (A demo: nothing was sent.)';
    },
    ask() {
      push('generate_lead', { currency, value: 0 });
      return 'Thank you. Somebody will put down their sandwich. (A demo: nothing was sent.)';
    },
  };

  for (const form of document.forms) {
    const answer = answers[form.dataset.form];
    if (!answer) continue;
    form.addEventListener('submit', (event) => {
      event.preventDefault();
      find('.form-status', form).textContent = answer(form);
    });
  }

  /** What to try, in the demo: folded away it stays so, and where it would cover the page it begins so. */
  function fold(guide) {
    const key = 'marram:guide';
    guide.open = read(localStorage, key, matchMedia('(min-width: 60rem)').matches);
    // before it folds
    find('summary', guide).addEventListener('click', () => write(localStorage, key, !guide.open));
  }
  const guide = find('#guide');
  if (guide) fold(guide);

  paint();
  starts[kind]?.();
})();
