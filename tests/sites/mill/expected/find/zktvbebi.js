/* Looks up words in the index of Find: the other half of the modules beside it. Nothing here knows how it is shown. */
okrsiteFind(function (index, load) {
  "use strict";
  const WEIGHTS = [40, 30, 14, 6, 20]; /* first in a name, in a name, named with it, in its texts, in key results' titles */
  const MEASURED = 4, WHOLE = 1.1, NEAR = 0.5, SAID = 7, FEW = 3, WORDS = 12, NAME = 8;
  const SHOWN = 6, SHOWN_OF_A_LETTER = 2, EARLIER = index.groups.length - 1, BEFORE = 50, LENGTH = 150;
  const { dropped, between, unspaced, letters, longest } = index.fold;
  const drop = new RegExp("[" + dropped + "]", "g"), pieces = new RegExp("[^" + between + "]+", "g");
  const runs = new RegExp("[" + unspaced + "]+|[^" + unspaced + "]+", "g"), isUnspaced = new RegExp("[" + unspaced + "]");
  const instead = new Map(letters), loaded = new Map();
  const end = index.starts[index.starts.length - 1];

  /* ---- text, as okrsite/exchange/search/folding.py has it ---- */
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

  /* ---- numbers and words, as packing.py writes them ---- */
  function code(text, at) {
    const found = text.charCodeAt(at);
    return found - (found > 92 ? 36 : 35);
  }

  function wordsIn(text) {
    let last = "";
    return text.split(" ").slice(0, -1).map((word) => (last = last.slice(0, code(word, 0)) + word.slice(1)));
  }

  function listsIn(text, count) {
    let place = 0, left = 0, six = 0;
    function bit() {
      if (!left) {
        six = code(text, place);
        place += 1;
        left = 6;
      }
      left -= 1;
      return (six >> left) & 1;
    }
    function number(bits, start) {
      for (; bits > 0; bits -= 1) start = start * 2 + bit();
      return start;
    }
    function run(of) {
      let many = 0;
      while (bit() === of) many += 1;
      return many;
    }
    function list() {
      const many = number(run(0), 1) - 1, low = 31 - Math.clz32(end / many), numbers = [];
      for (let last = -1; numbers.length < many; numbers.push(last)) last += 1 + number(low, run(1));
      return numbers;
    }
    return Array.from({ length: count }, () => ({ cut: bit(), lists: WEIGHTS.map(list) }));
  }

  /* ---- files ---- */
  function file(name, read) {
    if (!loaded.has(name)) loaded.set(name, load("find/" + name + ".js").then(read));
    return loaded.get(name);
  }

  function part([, names], at, read) {
    return file(names.substr(at * NAME, NAME), read);
  }

  /* Where the last of sorted things stands that does not come after what is looked for. */
  function place(sorted, isAfter) {
    let low = 0;
    for (let high = sorted.length; high - low > 1; ) {
      const middle = (low + high) >> 1;
      if (isAfter(sorted[middle])) high = middle;
      else low = middle;
    }
    return low;
  }

  function shardOf([words, lists]) {
    const all = wordsIn(words);
    return { all, lists: listsIn(lists, all.length) };
  }

  const one = index.all && Promise.resolve(shardOf(index.all));
  const shardAt = (word) => (one ? 0 : place(index.shards[0], (first) => first > word));
  const shard = (at) => one || part(index.shards, at, shardOf);

  /* ---- what a term leads to: `own` from entries to weights, `measured` by key results' titles; `open`: and to more ---- */
  function gather(hits, { cut, lists }, share) {
    if (cut) hits.open = true;
    lists.forEach((numbers, at) => {
      const into = at === MEASURED ? hits.measured : hits.own, weight = WEIGHTS[at] * share;
      for (const number of numbers) if (!(into.get(number) >= weight)) into.set(number, weight);
    });
  }

  async function gatherWords(hits, from, to, fits, share) {
    const shards = await Promise.all(Array.from({ length: to - from + 1 }, (_, at) => shard(from + at)));
    for (const { all, lists } of shards) all.forEach((word, at) => {
      if (fits(word)) gather(hits, lists[at], word === hits.text ? WHOLE * share : share);
    });
  }

  /* A beginning that very many words share has an answer of its own, under its name and `*`. */
  async function matches({ text, whole }) {
    const hits = { text, own: new Map(), measured: new Map(), near: [], open: false };
    const from = shardAt(text), to = whole ? from : shardAt(text + "\uffff"), few = to - from < 2;
    const fits = few && !whole ? (word) => word.startsWith(text) : (word) => word === text || word === text + "*";
    await gatherWords(hits, from, few ? to : shardAt(text + "*"), fits, 1);
    return hits;
  }

  /* Whether one letter too many, too few, another, or two the wrong way round make the difference. */
  function isNear(typed, word) {
    let at = 0;
    while (at < typed.length && typed[at] === word[at]) at += 1;
    const fits = (more, less) => word.slice(at + less) === typed.slice(at + more) || (typed.length > FEW && word.startsWith(typed.slice(at + more), at + less));
    const swapped = typed[at] === word[at + 1] && typed[at + 1] === word[at];
    return fits(1, 1) || fits(1, 0) || fits(0, 1) || (swapped && fits(2, 2));
  }

  async function addNear(hits, { text, whole }) {
    if (whole || text.length < FEW) return;
    const known = one
      ? [(await one).all]
      : await Promise.all(index.words[0].map((length, at) => (length < text.length - 1 ? [] : part(index.words, at, (given) => wordsIn(given[1])))));
    const near = [].concat(...known).filter((word) => isNear(text, word) && !word.startsWith(text));
    const far = (word) => Math.abs(word.length - text.length);
    hits.near = near.sort((a, b) => far(a) - far(b) || (a < b ? -1 : 1)).slice(0, WORDS);
    await Promise.all(hits.near.map((word) => gatherWords(hits, shardAt(word), shardAt(word), (other) => other === word, NEAR)));
  }

  /* The entries that have all terms, the best first. A term that leads to more than it tells is taken to be everywhere. */
  function having(hits) {
    const closed = hits.filter((term) => !term.open);
    const numbers = new Set();
    for (const { own, measured } of closed.length ? closed.slice(0, 1) : hits) for (const all of [own, measured]) {
      for (const number of all.keys()) numbers.add(number);
    }
    const found = [];
    for (const number of numbers) {
      if (!closed.every(({ own, measured }) => own.has(number) || measured.has(number))) continue;
      found.push({
        number,
        weight: hits.reduce((sum, { own, measured }) => sum + Math.max(own.get(number) || 0, measured.get(number) || 0), 0),
        own: closed.every(({ own }) => own.has(number)),
        measured: hits.some(({ measured }) => measured.has(number)),
        said: hits.some(({ text, own }) => text.length > 1 && own.get(number) < SAID),
      });
    }
    return found.sort((a, b) => b.weight - a.weight || a.number - b.number);
  }

  /* ---- what is shown ---- */
  function named(title, name) {
    return name[0] === "~" ? title.toLowerCase().replace(/[^a-z0-9]+/g, "-").replace(/^-|-$/g, "") + name.slice(1) : name;
  }

  function entriesOf([first, runs, texts]) {
    const entries = [];
    for (const [folder, beside, packed] of runs) for (const row of packed) {
      const [title, page, ...rest] = row.split("\x7f"), keyResults = [];
      for (let at = 0; at < rest.length; at += 2) keyResults.push({ title: rest[at], id: named(rest[at], rest[at + 1]) });
      entries.push({ number: first + entries.length, title, beside, keyResults, address: folder + named(title, page) + ".html", texts });
    }
    return entries;
  }

  async function entry(number) {
    const firsts = one ? index.blocks.map((block) => block[0]) : index.blocks[0], at = place(firsts, (first) => first > number);
    const entries = one ? entriesOf(index.blocks[at]) : await part(index.blocks, at, entriesOf);
    return entries[number - firsts[at]];
  }

  /* A text in pieces, each with whether it is one of the words looked for. */
  function marked(text, looked) {
    const cut = [];
    let done = 0;
    function add(until, hit) {
      if (until > done) cut.push([text.slice(done, until), hit]);
      done = Math.max(done, until);
    }
    text.replace(pieces, (piece, start) => {
      const folded = fold(piece);
      const wholly = !isUnspaced.test(folded) || folded.length !== piece.length;
      if (wholly && looked.some((word) => folded.startsWith(word) || folded.startsWith("\u0627\u0644" + word))) {
        add(start);
        add(start + piece.length, true);
      }
      if (!wholly) for (let at = 0; at < piece.length; at += 1) for (const word of looked) if (folded.startsWith(word, at)) {
        add(start + at);
        add(start + at + word.length, true);
      }
    });
    add(text.length);
    return cut;
  }

  /* The part of an entry's texts around the first of the words looked for. */
  async function excerpt({ number, texts }, looked) {
    if (!texts.length) return "";
    const [first, all] = await file(texts[place(texts, ([number_]) => number_ > number)][1], (given) => given);
    const hits = (text) => marked(text, looked).filter((piece) => piece[1]).length;
    const text = (all[number - first] || []).slice().sort((a, b) => hits(b) - hits(a))[0] || "";
    const cut = marked(text, looked), hit = cut.findIndex((piece) => piece[1]);
    const at = cut.slice(0, hit < 0 ? 0 : hit).reduce((sum, piece) => sum + piece[0].length, 0);
    const start = at > BEFORE ? Math.max(text.lastIndexOf(" ", at - BEFORE) + 1, at - 2 * BEFORE) : 0;
    const gap = text.lastIndexOf(" ", start + LENGTH);
    const end = start + LENGTH >= text.length ? text.length : gap > at ? gap : start + LENGTH;
    return hit < 0 ? "" : (start ? "… " : "") + text.slice(start, end) + (end < text.length ? " …" : "");
  }

  /* The key results whose titles have the most of the words looked for. */
  function fitting({ keyResults }, looked) {
    const hits = keyResults.map(({ title }) => marked(title, looked).filter((piece) => piece[1]).length), most = Math.max(1, ...hits);
    return keyResults.filter((_, at) => hits[at] === most);
  }

  /* The first of each group. A key result stands in its objective's place where its title alone was meant. */
  async function shelved(found, looked, most) {
    const shelves = index.groups.map(() => []), meant = [];
    for (const hit of found) {
      const kind = index.starts.findIndex((start) => hit.number < start) - 1, group = kind && kind + 1;
      if (!group && hit.measured && meant.length < most) meant.push(hit);
      if ((group || hit.own || !hit.measured) && shelves[group].length < most) shelves[group].push(hit);
    }
    const entries = new Map();
    await Promise.all([].concat(meant, ...shelves).map(async ({ number }) => entries.set(number, await entry(number))));
    for (const hit of meant) {
      const keyResults = fitting(entries.get(hit.number), looked);
      shelves[1].push(...keyResults.map((keyResult) => Object.assign({ keyResult }, hit)));
      if (!keyResults.length && !hit.own && shelves[0].length < most) shelves[0].push(hit);
    }
    const drawn = shelves.map((hits, group) => ({ group, hits: hits.slice(0, most) })).filter(({ hits }) => hits.length);
    drawn.sort((a, b) => (a.group === EARLIER) - (b.group === EARLIER) || b.hits[0].weight - a.hits[0].weight || a.group - b.group);
    return drawn.map(({ group, hits }) => ({ name: index.groups[group], rows: hits.map((hit) => row(entries.get(hit.number), hit, looked)) }));
  }

  function row(entry, { keyResult, said }, looked) {
    const address = entry.address.split("/").map(encodeURIComponent).join("/");
    if (!keyResult) return { title: entry.title, beside: entry.beside, address, said: said && excerpt(entry, looked) };
    return { title: keyResult.title, beside: entry.title + " · " + entry.beside, address: address + "#" + encodeURIComponent(keyResult.id) };
  }

  /* Gives the groups of what has all words of a text, and the words that were looked for in the end. */
  async function ask(text) {
    const terms = termsOf(text), hits = await Promise.all(terms.map(matches));
    let found = terms.length ? having(hits) : [];
    if (terms.length && found.length < FEW) {
      await Promise.all(terms.map((term, at) => addNear(hits[at], term)));
      found = having(hits);
    }
    const looked = [].concat(...hits.map((term) => [term.text, ...term.near]));
    return { groups: await shelved(found, looked, text.length > 1 ? SHOWN : SHOWN_OF_A_LETTER), looked };
  }

  /* Gives what there is before anything is typed: the first pages and teams. */
  async function begin(kinds) {
    const found = [].concat(...kinds.map((kind) => Array.from({ length: index.starts[kind + 1] - index.starts[kind] }, (_, at) => ({ number: index.starts[kind] + at, weight: kinds.length - kind }))));
    return { groups: await shelved(found, [], 2 * SHOWN), looked: [] };
  }

  return { ask, begin, marked, termsOf };
});
