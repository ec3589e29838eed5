/* Looks up words in the index of Find. How that is written stands in okrsite/exchange/search. */
okrsiteFind(function (index, load) {
  "use strict";
  const WEIGHTS = [40, 30, 14, 6, 20], MEASURED = 4, TEXT = 3;
  const { dropped, between, unspaced, letters, longest } = index.fold;
  const end = index.starts[index.starts.length - 1];
  const drop = new RegExp("[" + dropped + "]", "g"), pieces = new RegExp("[^" + between + "]+", "g");
  const runs = new RegExp("[" + unspaced + "]+|[^" + unspaced + "]+", "g"), isUnspaced = new RegExp("[" + unspaced + "]");
  const instead = new Map(letters);
  const loaded = new Map();

  function fold(text) {
    const apart = text.normalize("NFKD").toLowerCase().normalize("NFKD").replace(drop, "");
    return Array.from(apart, (letter) => instead.get(letter) || letter).join("");
  }

  /* What was typed: words, which may go on, and pairs of characters, which are whole. */
  function termsOf(text) {
    const terms = new Map();
    for (const piece of fold(text).match(pieces) || []) for (const run of piece.match(runs)) {
      if (run.length < 2 || !isUnspaced.test(run)) terms.set(run.slice(0, longest), false);
      else for (let at = 0; at < run.length - 1; at += 1) terms.set(run.slice(at, at + 2), true);
    }
    return Array.from(terms, ([text, whole]) => ({ text, whole }));
  }

  function code(text, at) {
    const found = text.charCodeAt(at);
    return found - (found > 92 ? 36 : 35);
  }

  function wordsIn(text) {
    let last = "";
    return text.split(" ").slice(0, -1).map((word) => (last = last.slice(0, code(word, 0)) + word.slice(1)));
  }

  /* The lists of each word: one digit for whether there are more, then five lists (Elias' gamma, Rice). */
  function listsIn(text, count) {
    let at = 0;
    const bit = () => (code(text, Math.floor(at / 6)) >> (5 - (at++ % 6))) & 1;
    function number(bits, start) {
      for (; bits > 0; bits -= 1) start = start * 2 + bit();
      return start;
    }
    function ones(of) {
      let many = 0;
      while (bit() === of) many += 1;
      return many;
    }
    function list() {
      const many = number(ones(0), 1) - 1, low = 31 - Math.clz32(end / many), numbers = [];
      for (let last = -1; numbers.length < many; numbers.push(last)) last += 1 + number(low, ones(1));
      return numbers;
    }
    return Array.from({ length: count }, () => ({ cut: bit(), lists: WEIGHTS.map(list) }));
  }

  function opened([words, lists]) {
    const all = wordsIn(words);
    return { all, lists: listsIn(lists, all.length) };
  }

  function part(name, read) {
    if (!loaded.has(name)) loaded.set(name, load("find/" + name + ".js").then(read));
    return loaded.get(name);
  }

  /* The last of sorted things that does not come after a key. */
  function place(count, isAfter) {
    let low = 0;
    while (count - low > 1) {
      const middle = (low + count) >> 1;
      if (isAfter(middle)) count = middle;
      else low = middle;
    }
    return low;
  }

  const whole = index.all && Promise.resolve(opened(index.all));
  const shardAt = (word) => (whole ? 0 : place(index.shards.length, (at) => index.shards[at][0] > word));
  const shard = (at) => whole || part(index.shards[at][1], opened);

  /* Adds what a word leads to. `own` leads from entries to weights, `measured` those by their key results' titles. */
  function gather(hits, { cut, lists }, share) {
    if (cut) hits.open = true;
    lists.forEach((numbers, at) => {
      const into = at === MEASURED ? hits.measured : hits.own, weight = WEIGHTS[at] * share;
      for (const number of numbers) if (!(into.get(number) >= weight)) into.set(number, weight);
    });
  }

  async function gatherWords(hits, from, to, fits, share) {
    const shards = await Promise.all(Array.from({ length: to - from + 1 }, (_, at) => shard(from + at)));
    for (const { all, lists } of shards) {
      for (let at = 0; at < all.length; at += 1) {
        if (fits(all[at])) gather(hits, lists[at], all[at].length === hits.text.length ? 1.1 * share : share);
      }
    }
  }

  /* What has a word as typed. A beginning of very many words has an answer of its own, under its name and `*`. */
  async function matches({ text, whole }) {
    const hits = { text, own: new Map(), measured: new Map(), open: false };
    const from = shardAt(text), to = whole ? from : shardAt(text + "\uffff"), few = to - from < 2;
    const fits = few && !whole ? (word) => word.startsWith(text) : (word) => word === text || word === text + "*";
    await gatherWords(hits, from, few ? to : shardAt(text + "*"), fits, 1);
    return hits;
  }

  /* Whether one letter too many, too few, another, or two the wrong way round make the difference. */
  function isNear(typed, word) {
    let at = 0;
    while (at < typed.length && typed[at] === word[at]) at += 1;
    const [rest, left] = [typed.slice(at), word.slice(at)];
    const same = (one, other) => one === other || (typed.length > 3 && other.startsWith(one));
    const swapped = rest.length > 1 && rest[0] === left[1] && rest[1] === left[0];
    return same(rest.slice(1), left.slice(1)) || same(rest.slice(1), left) || same(rest, left.slice(1)) || (swapped && same(rest.slice(2), left.slice(2)));
  }

  async function addNear(hits, { text, whole: pair }) {
    if (pair || text.length < 3) return;
    const lists = whole
      ? [(await whole).all]
      : await Promise.all(index.words.filter(([length]) => length >= text.length - 1).map(([, name]) => part(name, ([, words]) => wordsIn(words))));
    const near = [].concat(...lists).filter((word) => isNear(text, word) && !word.startsWith(text));
    near.sort((a, b) => Math.abs(a.length - text.length) - Math.abs(b.length - text.length) || (a < b ? -1 : 1));
    hits.near = near.slice(0, 12);
    await Promise.all(hits.near.map((word) => gatherWords(hits, shardAt(word), shardAt(word), (one) => one === word, 0.5)));
  }

  /* The entries that have all terms; a term that leads to more than it tells is taken to be everywhere. */
  function having(hits) {
    const closed = hits.filter((one) => !one.open);
    const numbers = new Set();
    for (const { own, measured } of closed.length ? closed.slice(0, 1) : hits) {
      for (const number of own.keys()) numbers.add(number);
      for (const number of measured.keys()) numbers.add(number);
    }
    const found = [];
    for (const number of numbers) {
      if (!closed.every(({ own, measured }) => own.has(number) || measured.has(number))) continue;
      const weights = hits.map(({ own, measured }) => Math.max(own.get(number) || 0, measured.get(number) || 0));
      found.push({
        number,
        weight: weights.reduce((sum, one) => sum + one),
        own: closed.every(({ own }) => own.has(number)),
        measured: hits.some(({ measured }) => measured.has(number)),
        said: hits.some(({ own }) => own.get(number) < WEIGHTS[TEXT] * 1.2),
      });
    }
    return found.sort((a, b) => b.weight - a.weight || a.number - b.number);
  }

  async function ask(text) {
    const terms = termsOf(text);
    const hits = await Promise.all(terms.map(matches));
    let found = terms.length ? having(hits) : [];
    if (terms.length && found.length < 3) {
      await Promise.all(terms.map((term, at) => addNear(hits[at], term)));
      found = having(hits);
    }
    return { found, looked: [].concat(...hits.map((one) => [one.text].concat(one.near || []))) };
  }

  function named(title, name) {
    return name[0] === "~" ? title.toLowerCase().replace(/[^a-z0-9]+/g, "-").replace(/^-|-$/g, "") + name.slice(1) : name;
  }

  function shown([first, runs, texts]) {
    const entries = [];
    for (const [kind, folder, beside, packed] of runs) for (const one of packed) {
      const [title, name, ...rest] = one.split("\x7f");
      const keyResults = rest.filter((_, at) => at % 2 === 0).map((of, at) => ({ title: of, id: named(of, rest[at * 2 + 1]) }));
      entries.push({ number: first + entries.length, kind, title, beside, keyResults, address: folder + named(title, name) + ".html", texts });
    }
    return entries;
  }

  async function entry(number) {
    const blocks = index.blocks, at = place(blocks.length, (one) => blocks[one][0] > number);
    const entries = whole ? shown(blocks[at]) : await part(blocks[at][1], shown);
    return entries[number - blocks[at][0]];
  }

  async function textsOf({ number, texts }) {
    if (!texts.length) return [];
    const at = place(texts.length, (one) => texts[one][0] > number);
    const [first, all] = await part(texts[at][1], (given) => given);
    return all[number - first] || [];
  }

  /* A text in pieces, each with whether it is one of the words looked for. */
  function marked(text, looked) {
    const cut = [];
    let done = 0;
    function add(start, stop, hit) {
      if (start > done) cut.push([text.slice(done, start), false]);
      if (stop > start) cut.push([text.slice(start, stop), hit]);
      done = Math.max(done, stop);
    }
    for (let found = pieces.exec(text); found; found = pieces.exec(text)) {
      const folded = fold(found[0]), start = found.index;
      if (!isUnspaced.test(folded)) {
        if (looked.some((word) => folded.startsWith(word) || folded.startsWith("ال" + word))) add(start, start + found[0].length, true);
      } else if (folded.length === found[0].length) {
        for (const word of looked) for (let at = folded.indexOf(word); at >= 0; at = folded.indexOf(word, at + 1)) {
          if (start + at + word.length > done) add(Math.max(done, start + at), start + at + word.length, true);
        }
      }
    }
    add(text.length, text.length);
    return cut;
  }

  return { ask, entry, textsOf, marked, termsOf };
});
