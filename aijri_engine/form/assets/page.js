// What a person sees and touches: draws the questions of the path, keeps what is typed, and gives the file. It holds no
// condition and works out no figure; interview.js says which questions are asked.
"use strict";

(() => {
  const form = JSON.parse(document.getElementById("data").textContent);
  const byId = (id) => document.getElementById(id);
  const place = `aijri-form ${form.role} ${form.sealed ? form.sealed.client : ""}`;
  const LONGEST_NOTE = 500;
  const LONGEST_NAME = 60;
  const MOST_OWN_ROWS = 12;
  const UNKNOWN_WORDS = { not_sure: "Not sure", declined: "Rather not say" };

  const asked = form.sealed ? form.sealed.consent : "";
  const none = () => ({ agreed: "", to: asked, fields: {} });
  let kept = none(); // to: what was agreed to; fields: what was entered, by key of the question
  let canKeep = true;
  let changed = false; // the words to agree to, since a yes to others
  const cards = new Map(); // key -> {node, shape, refresh}
  const left = new Set(); // keys of questions the person went on from: only then an unfinished one is called wrong

  // ------------------------------------------------------------------------------------------------ keeping

  function load() {
    try {
      const found = JSON.parse(localStorage.getItem(place));
      if (found && typeof found.fields === "object") kept = { agreed: String(found.agreed || ""), to: String(found.to || ""), fields: found.fields };
      localStorage.setItem(place, JSON.stringify(kept));
      if (kept.to === asked) save();
      else [kept.agreed, kept.to, changed] = ["", asked, Boolean(kept.agreed)]; // a yes is to the words that were read
    } catch {
      canKeep = false;
    }
    byId("kept").textContent = canKeep
      ? "Your answers are kept in this browser on this device as you type. Whoever uses this device could read them; " +
        "the button at the end makes it forget them."
      : "This browser keeps nothing: leave the page open until you have your file.";
    byId("changed").hidden = !changed;
  }

  function save() {
    if (!canKeep) return;
    try {
      if (kept.agreed) localStorage.setItem(place, JSON.stringify(kept));
      else localStorage.removeItem(place); // nothing stays before a yes
    } catch {
      canKeep = false;
      byId("kept").textContent = "This browser keeps nothing more: leave the page open until you have your file.";
      say(byId("kept").textContent);
    }
  }

  function say(words) {
    byId("said").textContent = words;
  }

  // ------------------------------------------------------------------------------------------------ building blocks

  function make(tag, traits, ...inside) {
    const node = document.createElement(tag);
    for (const [name, value] of Object.entries(traits || {}))
      if (name.startsWith("on")) node.addEventListener(name.slice(2), value);
      else if (name in node && name !== "list") node[name] = value;
      else node.setAttribute(name, value);
    node.append(...inside.filter((one) => one));
    return node;
  }

  const button = (words, act, more) => make("button", { type: "button", textContent: words, onclick: act, ...more });
  const idOf = (key) => `q-${[...key].map((sign) => (/[\w-]/.test(sign) ? sign : sign.codePointAt(0))).join("")}`;
  const plain = (amount) => String(Number(amount.toFixed(2)));

  // ------------------------------------------------------------------------------------------------ what was entered

  // Entered -> {state, value} as the interview takes it, or {error} with a sentence; undefined while nothing is there.
  function read(step) {
    const entered = kept.fields[step.key];
    if (entered === undefined) return undefined;
    if (entered.unknown) return { state: entered.unknown, value: null };
    const reader = READERS[step.question.kind];
    const found = reader(entered, step);
    if (found === undefined || found.error) return found;
    return { state: "answered", value: found.value };
  }

  const NUMBER = (entered, step) => {
    if (!entered.text.trim()) return undefined;
    const { minimum, maximum, unit } = step.question;
    const value = aijri.figure(entered.text);
    if (value !== null && value >= minimum && value <= maximum) return { value };
    return { error: `Give a number from ${minimum} to ${maximum}${unit ? ` (${unit})` : ""}; two decimals are enough.` };
  };
  const TEXT = (entered, step) => {
    const value = aijri.clean(entered.text, LONGEST_NOTE);
    if (value && step.question.no_names && aijri.namesNothing(value, step.question.no_names)) {
      return { error: `“${value}” names nothing. A few words, or leave it empty.` };
    }
    return value ? { value } : undefined;
  };

  const READERS = {
    choice(entered, step) {
      if (!step.question.two) return { value: entered.one };
      if (entered.many.length > 2) return { error: "Choose one, or two that took about the same." };
      if (!entered.many.length) return undefined;
      return { value: entered.many.length === 1 ? entered.many[0] : entered.many };
    },
    multi: (entered) => (entered.many.length ? { value: entered.many } : undefined),
    yes_no: (entered) => ({ value: entered.one === "yes" }),
    grid: (entered) => (Object.keys(entered.rows).length ? { value: entered.rows } : undefined),
    number: NUMBER,
    scale: NUMBER,
    text: TEXT,
    note: TEXT,
    split: (entered, step) => (step.question.part_of ? readParts(entered, step) : readWeek(entered, step)),
  };

  function readTime(text, name) {
    const share = text.trim() ? aijri.figure(text) : 0;
    if (share !== null && share <= aijri.MOST_HOURS) return { share };
    const much = Number(text.trim().replace(",", ".")) > aijri.MOST_HOURS;
    const decimals = /^\d+[.,]\d+$/.test(text.trim());
    const why = much ? `is too much: two weeks have ${aijri.MOST_HOURS} hours`
      : decimals ? "has too many decimals; two are enough" : "is not a number; for example 20 or 7.5";
    return { error: `The time for “${name}” ${why}.` };
  }

  function readAmounts(entered, names) {
    const rows = {};
    for (const [id, name] of names) {
      const { share, error } = readTime(entered.rows[id] || "", name);
      if (error) return { error };
      rows[id] = share;
    }
    return { rows };
  }

  function readWeek(entered, step) {
    if (entered.typical) return { value: "typical" };
    const found = readAmounts(entered, step.rows.map((row) => [row.id, row.short]));
    if (found.error) return found;
    const other = [];
    const names = new Set();
    for (const row of entered.own) {
      const name = aijri.clean(row.name, LONGEST_NAME);
      const { share, error } = readTime(row.text, name);
      if (!name && share === 0) continue;
      if (!name) return { error: "A row of other work has no name; a few words are enough." };
      if (error) return { error };
      if (names.has(name.toLowerCase())) return { error: `Two rows are called “${name}”; make them one.` };
      names.add(name.toLowerCase());
      if (share > 0) other.push({ name, share });
    }
    const total = aijri.sum([...Object.values(found.rows), ...other.map((row) => row.share)]);
    if (total === 0) return undefined;
    const value = { rows: found.rows, other, unit: entered.unit };
    if (entered.unit === "hours")
      return total > aijri.MOST_HOURS ? { error: `${plain(total)} hours are more than two weeks have.` } : { value };
    return Math.abs(total - 100) <= aijri.SUM_TOLERANCE ? { value } : { error: offBy(total, 100) };
  }

  function readParts(entered, step) {
    const found = readAmounts(entered, step.rows.map((row) => [row.id, row.label]));
    if (found.error) return found;
    const total = aijri.sum(Object.values(found.rows));
    if (total === 0) return undefined;
    const wanted = step.divides;
    return Math.abs(total - wanted) <= aijri.SUM_TOLERANCE ? { value: found.rows } : { error: offBy(total, wanted) };
  }

  const offBy = (total, wanted) =>
    `Your rows add up to ${plain(total)}, ${plain(Math.abs(wanted - total))} ` +
    `${total < wanted ? "left to give" : "too much"}. Change a row, or use a button below the rows.`;

  // The path over everything entered: reading needs the question, and the question needs what was read before it.
  function interview() {
    const answers = new Map();
    const errors = new Map();
    for (;;) {
      const { steps, facts } = aijri.walk(form, answers);
      let more = false;
      for (const step of steps) {
        if (answers.has(step.key) || errors.has(step.key)) continue;
        const found = read(step);
        if (found === undefined) continue;
        more = true;
        if (found.error) errors.set(step.key, found.error);
        else answers.set(step.key, found);
        break;
      }
      if (!more) return { steps, facts, answers, errors };
    }
  }

  // ------------------------------------------------------------------------------------------------ cards

  function change(step, entered) {
    if (entered === undefined) delete kept.fields[step.key];
    else kept.fields[step.key] = entered;
    for (const other of interview().steps) {
      const chosen = other.options.find((option) => option.id === other.value);
      if (!other.question.once && other.key !== step.key && chosen && chosen.reopen.includes(step.question.id))
        delete kept.fields[other.key]; // it sent the person here: it is asked again
    }
    save();
    update();
  }

  // A box to tick or to choose with its words: the box itself, and the label around both.
  function choice(type, name, value, words, act) {
    const box = make("input", { type, name, value, onchange: () => act(box.checked) });
    return [box, make("label", {}, box, make("span", { textContent: words }))];
  }

  const clearing = (step) => button("Clear", () => {
    change(step, undefined);
    byId(idOf(step.key)).focus();
  }, { className: "small", ariaLabel: `Clear the answer: ${step.name}` });

  function unknowns(step, group) {
    const boxes = Object.entries(UNKNOWN_WORDS).map(([state, words]) => [state, ...choice(
      group ? "radio" : "checkbox", group || `${idOf(step.key)}-${state}`, state, words,
      (on) => change(step, on ? { unknown: state } : undefined))]);
    const clear = clearing(step);
    return {
      node: make("div", { className: "beside" }, ...boxes.map((one) => one[2]), clear),
      refresh() {
        const entered = kept.fields[step.key];
        for (const [state, box] of boxes) box.checked = entered?.unknown === state;
        clear.hidden = entered === undefined;
      },
    };
  }

  function choiceCard(step) {
    const id = idOf(step.key);
    const several = step.question.kind === "multi" || step.question.two;
    const listed = step.question.kind === "yes_no"
      ? [{ id: "yes", label: "Yes" }, { id: "no", label: "No" }] : step.options;
    const boxes = listed.map((option) => [option, ...choice(several ? "checkbox" : "radio", id, option.id, option.label,
      (on) => change(step, several ? chosen(option, on) : { one: option.id }))]);
    const chosen = (option, on) => {
      const before = kept.fields[step.key]?.many || [];
      const stays = (one) => {
        const other = listed.find((found) => found.id === one);
        return other && one !== option.id && !(on && (option.exclusive || other.exclusive));
      };
      const ids = [...before.filter(stays), ...(on ? [option.id] : [])];
      const many = listed.map((one) => one.id).filter((one) => ids.includes(one));
      return many.length ? { many } : undefined;
    };
    const beside = unknowns(step, several ? "" : id);
    const hint = step.question.two ? "Choose one, or two that took about the same." : several ? "Choose all that fit." : "";
    return {
      nodes: [hint && make("p", { className: "help", textContent: hint }), ...boxes.map((one) => one[2]), beside.node],
      refresh() {
        const entered = kept.fields[step.key];
        for (const [option, box] of boxes)
          box.checked = entered?.one === option.id || Boolean(entered?.many?.includes(option.id));
        beside.refresh();
      },
    };
  }

  function gridCard(step) {
    const id = idOf(step.key);
    const rows = step.rows.map((row) => {
      const listed = [...row.options, ...Object.entries(UNKNOWN_WORDS).map(([one, label]) => ({ id: one, label, aside: true }))];
      const boxes = listed.map((option) => [option, ...choice("radio", `${id}-${row.id}`, option.id, option.label,
        () => change(step, { rows: { ...(kept.fields[step.key]?.rows || {}), [row.id]: option.id } }))]);
      const of = (aside) => boxes.filter((one) => Boolean(one[0].aside) === aside).map((one) => one[2]);
      const node = make("fieldset", { className: "row" }, make("legend", { textContent: row.label }),
        make("div", {}, ...of(false)), make("div", { className: "beside" }, ...of(true)));
      return { row, boxes, node };
    });
    const clear = clearing(step);
    return {
      nodes: [...rows.map((one) => one.node), make("div", { className: "beside" }, clear)],
      refresh() {
        const entered = kept.fields[step.key]?.rows || {};
        for (const { row, boxes } of rows)
          for (const [option, box] of boxes) box.checked = entered[row.id] === option.id;
        clear.hidden = kept.fields[step.key] === undefined;
      },
    };
  }

  function typedCard(step) {
    const id = idOf(step.key);
    const isNumber = step.question.kind === "number" || step.question.kind === "scale";
    const field = make(isNumber ? "input" : "textarea", {
      id: `${id}-field`, maxLength: isNumber ? 8 : LONGEST_NOTE, "aria-labelledby": `${id}-ask`,
      "aria-describedby": `${id}-error`, oninput: () => change(step, field.value ? { text: field.value } : undefined),
    });
    if (isNumber) Object.assign(field, { type: "text", inputMode: "decimal" });
    const beside = unknowns(step, "");
    const unit = step.question.unit;
    return {
      nodes: [isNumber ? make("div", { className: "number" }, field, unit && make("span", { textContent: unit })) : field,
        beside.node],
      refresh() {
        const text = kept.fields[step.key]?.text || "";
        if (field.value !== text) field.value = text;
        beside.refresh();
      },
    };
  }

  function splitCard(step) {
    const id = idOf(step.key);
    const parts = step.question.part_of !== null;
    const empty = () => ({ unit: "percent", rows: {}, own: [], ...(kept.fields[step.key]?.rows && kept.fields[step.key]) });
    const put = (more) => {
      const next = { ...empty(), ...more };
      delete next.typical;
      const blank = !Object.values(next.rows).some(Boolean) && !next.own.length && next.unit === "percent";
      change(step, blank ? undefined : next);
    };
    const figures = new Map();
    const marks = [];
    const unitMark = () => {
      const mark = make("span", { className: "unit", ariaHidden: "true" });
      marks.push(mark);
      return mark;
    };
    const figure = (name, act) => make("input", {
      type: "text", inputMode: "decimal", className: "figure", maxLength: 8, ariaLabel: name,
      "aria-describedby": `${id}-total ${id}-error`, oninput: act,
    });
    const rows = step.rows.map((row) => {
      const field = figure("", () => put({ rows: { ...empty().rows, [row.id]: field.value } }));
      field.removeAttribute("aria-label");
      field.id = `${id}-${row.id}`;
      figures.set(row.id, field);
      const label = make("label", { htmlFor: field.id }, make("span", { textContent: row.label }));
      return make("div", { className: "amount" }, label, field, unitMark());
    });
    const units = Object.entries({ percent: "Percent", hours: "Hours a week" }).map(([unit, words]) =>
      [unit, ...choice("radio", `${id}-unit`, unit, words, () => put({ unit }))]);
    const own = make("div", {});
    const add = button("Add a row for other work", () => {
      put({ own: [...empty().own, { name: "", text: "" }] });
      own.lastElementChild.querySelector(".name").focus();
    });
    const total = make("p", { className: "total", id: `${id}-total`, role: "status" });
    const rest = button("Count the rest as other work", () => {
      put({ own: [...empty().own, { name: "other work", text: plain(standing().rest) }] });
      total.scrollIntoView({ block: "nearest" });
    });
    const scale = button("Scale every row", () => put(scaled()));
    const typical = button("Use the role's typical mix", () => {
      change(step, { typical: true });
      say("The role's typical mix stands here, recorded as borrowed.");
    });
    const beside = unknowns(step, "");

    function standing() {
      const entered = empty();
      const texts = [...step.rows.map((row) => entered.rows[row.id] || ""), ...entered.own.map((row) => row.text)];
      const amounts = texts.map((text) => aijri.figure(text) || 0);
      const sum = aijri.sum(amounts);
      const wanted = parts ? cards.get(step.key).divides : 100;
      return { entered, amounts, sum, wanted, rest: Number((wanted - sum).toFixed(2)), hours: entered.unit === "hours" };
    }

    // Every amount in proportion, with one decimal; the largest takes what rounding leaves.
    function scaled() {
      const { entered, amounts, sum, wanted } = standing();
      const next = amounts.map((amount) => Math.round((amount * wanted * 10) / sum) / 10);
      const largest = next.indexOf(Math.max(...next));
      next[largest] += wanted - aijri.sum(next);
      const texts = next.map((one) => (one ? plain(one) : ""));
      return {
        rows: Object.fromEntries(step.rows.map((row, number) => [row.id, texts[number]])),
        own: entered.own.map((row, number) => ({ ...row, text: texts[step.rows.length + number] })),
      };
    }

    function ownRow(number) {
      const keep = (more) => put({ own: empty().own.map((row, at) => (at === number ? { ...row, ...more } : row)) });
      const name = make("input", {
        type: "text", className: "name", maxLength: LONGEST_NAME, placeholder: "", ariaLabel: `Name of other work ${number + 1}`,
        oninput: () => keep({ name: name.value }),
      });
      const amount = figure(`Time for other work ${number + 1}`, () => keep({ text: amount.value }));
      const remove = button("Remove", () => {
        put({ own: empty().own.filter((_, at) => at !== number) });
        add.focus();
      }, { className: "small", ariaLabel: `Remove other work ${number + 1}` });
      return make("div", { className: "amount own" }, name, amount, make("span", { className: "unit", ariaHidden: "true" }), remove);
    }

    return {
      nodes: [
        !parts && make("div", { className: "beside", role: "radiogroup", ariaLabel: "Unit" }, ...units.map((one) => one[2])),
        ...rows, own, total,
        make("div", { className: "buttons" }, !parts && add, !parts && rest, scale, !parts && typical), beside.node,
      ],
      refresh() {
        const entered = empty();
        for (const [row, field] of figures) {
          const text = entered.rows[row] || "";
          if (field.value !== text) field.value = text;
        }
        while (own.childElementCount > entered.own.length) own.lastElementChild.remove();
        while (own.childElementCount < entered.own.length) own.append(ownRow(own.childElementCount));
        entered.own.forEach((row, number) => {
          const [name, amount] = own.children[number].querySelectorAll("input");
          if (name.value !== row.name) name.value = row.name;
          if (amount.value !== row.text) amount.value = row.text;
        });
        for (const [unit, box] of units) box.checked = entered.unit === unit;
        const { sum, wanted, rest: over, hours } = standing();
        for (const mark of [...marks, ...own.querySelectorAll(".unit")]) mark.textContent = hours ? "h" : parts ? "" : "%";
        const all = hours ? `${plain(sum)} hours in all.` : `${plain(sum)} of ${plain(wanted)} given`;
        const rests = Math.abs(over) < 0.005 ? ", nothing left." : over > 0 ? `, ${plain(over)} left to give.` : `, ${plain(-over)} too much.`;
        const words = kept.fields[step.key]?.typical ? "The role's typical mix, borrowed." : hours ? all : all + rests;
        if (total.textContent !== words) total.textContent = words;
        rest.hidden = hours || over <= 0 || sum === 0 || entered.own.length >= MOST_OWN_ROWS;
        scale.hidden = hours || sum === 0 || Math.abs(over) < 0.005;
        add.hidden = entered.own.length >= MOST_OWN_ROWS;
        beside.refresh();
      },
    };
  }

  const CARDS = {
    choice: choiceCard, multi: choiceCard, yes_no: choiceCard, grid: gridCard, number: typedCard, scale: typedCard,
    text: typedCard, note: typedCard, split: splitCard,
  };

  // The question and its options again, in plainer words.
  function plainer(step) {
    const said = step.options.filter((option) => option.plainly);
    if (!step.plainly && !said.length) return null;
    return make("details", { className: "help" }, make("summary", { textContent: "In plainer words" }),
      step.plainly && make("p", { textContent: step.plainly }),
      said.length ? make("ul", {}, ...said.map((option) => make("li", { textContent: `${option.label}: ${option.plainly}` }))) : null);
  }

  // An answer in the words of its question.
  function told(step) {
    const { value, question } = step;
    const label = (id, options) => options.find((one) => one.id === id)?.label || UNKNOWN_WORDS[id] || String(id);
    const name = (id) => step.rows.find((one) => one.id === id)?.short || id;
    if (step.state !== "answered") return UNKNOWN_WORDS[step.state];
    if (question.kind === "yes_no") return value ? "Yes" : "No";
    if (value === "typical") return "the role's typical mix";
    if (question.kind === "grid")
      return Object.entries(value).map(([row, one]) => `${name(row)}: ${label(one, step.rows.find((of) => of.id === row).options)}`).join("; ");
    if (question.kind === "split") {
      const unit = value.unit === "hours" ? " h" : " %";
      const rows = Object.entries(value.rows || value).filter((row) => row[1]).map(([row, one]) => `${name(row)} ${plain(one)}${unit}`);
      return [...rows, ...(value.other || []).map((row) => `${row.name} ${plain(row.share)}${unit}`)].join(", ");
    }
    const listed = [].concat(value).map((one) => label(one, step.options)).join("; ");
    return question.unit ? `${listed} ${question.unit}` : listed;
  }

  function cardOf(step) {
    const shape = JSON.stringify([step.ask, step.options.map((one) => one.id), step.rows.map((one) => one.id)]);
    const known = cards.get(step.key);
    if (known && known.shape === shape) return known;
    const id = idOf(step.key);
    const inner = CARDS[step.question.kind](step);
    const error = make("p", { className: "error", id: `${id}-error` });
    const notice = make("p", { className: "notice" });
    const { help, footer, why, optional } = step.question;
    const recap = step.question.recap ? make("dl", { className: "recap" }) : null;
    const node = make("fieldset", { className: "question", id, tabIndex: -1, "aria-describedby": `${id}-error` },
      make("legend", {}, make("h3", { id: `${id}-ask`, textContent: step.ask })),
      make("p", { className: "why", textContent: optional ? `${why} You need not answer this one.` : why }),
      help && make("p", { className: "help", textContent: help }), recap,
      ...inner.nodes.filter(Boolean), plainer(step), footer && make("p", { className: "help", textContent: footer }), error, notice);
    node.addEventListener("focusout", (event) => {
      if (node.contains(event.relatedTarget) || left.has(step.key) || kept.fields[step.key] === undefined) return;
      left.add(step.key);
      const words = interview().errors.get(step.key);
      if (words) say(words);
      setTimeout(update);
    });
    const card = { node, shape, refresh: inner.refresh, error, notice, recap, divides: step.divides };
    if (known) known.node.replaceWith(node);
    cards.set(step.key, card);
    return card;
  }

  // ------------------------------------------------------------------------------------------------ the page

  // Questions that an answer sends back to, as steps of the path.
  function sentBack(step, steps) {
    if (step.state !== "answered") return [];
    const chosen = step.options.find((option) => option.id === step.value);
    const names = [...(chosen ? chosen.reopen : []), ...(step.question.kind !== "yes_no" || step.value === false ? step.question.reopen : [])];
    return names.map((name) => steps.find((one) => one.question.id === name)).filter(Boolean);
  }

  const link = (key, words) => make("a", {
    href: `#${idOf(key)}`, textContent: words,
    onclick: (event) => {
      event.preventDefault();
      byId(idOf(key)).focus();
      byId(idOf(key)).scrollIntoView({ block: "start" });
    },
  });

  let shown = null; // keys of the questions on the page

  function update() {
    const { steps, errors } = interview();
    const sections = new Map();
    for (const step of steps) {
      if (!sections.has(step.section)) sections.set(step.section, []);
      sections.get(step.section).push(step);
    }
    const wanted = [];
    for (const [title, inside] of sections) {
      const id = `s-${idOf(title)}`;
      const section = byId(id) || make("section", { id, "aria-labelledby": `${id}-title` },
        make("h2", { id: `${id}-title`, textContent: title }));
      arrange(section, [section.firstElementChild, ...inside.map((step) => cardOf(step).node)]);
      wanted.push(section);
    }
    arrange(byId("form"), wanted);
    for (const step of steps) refresh(step, steps, (left.has(step.key) && errors.get(step.key)) || "");
    const keys = new Set(steps.map((step) => step.key));
    const fresh = shown === null ? 0 : [...keys].filter((key) => !shown.has(key)).length;
    if (fresh) say(`${fresh} more question${fresh === 1 ? "" : "s"} on this page.`);
    shown = keys;
    const needed = steps.filter((step) => !step.question.optional);
    const settled = needed.filter((step) => step.state !== "open").length;
    byId("progress").textContent = `${settled} of ${needed.length} answered`;
  }

  function refresh(step, steps, words) {
    const card = cards.get(step.key);
    card.divides = step.divides;
    card.refresh();
    if (card.recap)
      card.recap.replaceChildren(...steps.filter((one) => one !== step && one.state !== "open").flatMap((one) =>
        [make("dt", { textContent: one.name }), make("dd", { textContent: told(one) })]));
    if (card.error.textContent !== words) card.error.textContent = words;
    card.error.hidden = !words;
    for (const field of card.node.querySelectorAll("input[type=text]"))
      if (words) field.setAttribute("aria-invalid", "true");
      else field.removeAttribute("aria-invalid");
    const back = sentBack(step, steps);
    const keys = back.map((one) => one.key).join(" ");
    if (card.notice.dataset.told !== keys) {
      card.notice.dataset.told = keys;
      card.notice.replaceChildren(...(back.length ? [`${step.question.anew || "Please look again at:"} `, link(back[0].key, back[0].name)] : []));
    }
    card.notice.hidden = !back.length;
  }

  // Puts these children in, moving only what stands elsewhere, so that nothing loses the focus.
  function arrange(parent, children) {
    const wanted = new Set(children);
    for (const child of [...parent.children]) if (!wanted.has(child)) child.remove();
    children.forEach((child, at) => {
      if (parent.children[at] !== child) parent.insertBefore(child, parent.children[at] || null);
    });
  }

  function begin() {
    if (form.sealed) byId("refused").hidden = true;
    for (const id of ["form", "end", "bar"]) byId(id).hidden = !kept.agreed;
    byId("agree").checked = Boolean(kept.agreed);
    if (kept.agreed) update();
  }

  // ------------------------------------------------------------------------------------------------ finishing

  async function finish() {
    const { steps, answers, errors } = interview();
    const wrong = byId("wrong");
    wrong.hidden = errors.size === 0;
    byId("done").replaceChildren();
    if (errors.size) {
      for (const key of errors.keys()) left.add(key);
      update();
      const listed = [...errors].map(([key, words]) => {
        const { name } = steps.find((step) => step.key === key);
        return make("li", {}, link(key, name), `: ${words}`);
      });
      wrong.replaceChildren(make("p", { textContent: "No file yet. Please look at this first:" }), make("ul", {}, ...listed));
      wrong.focus();
      return;
    }
    try {
      const text = await contentOf(aijri.answersFile(form, answers));
      handOut(text, steps.filter((step) => step.state === "open" && !step.question.optional));
    } catch (error) {
      wrong.hidden = false;
      wrong.textContent = `The file could not be made: ${error.message}. Your answers are still here; try another browser.`;
      wrong.focus();
    }
  }

  async function contentOf(answersText) {
    if (!form.sealed) return answersText;
    const { client, recipient, consent } = form.sealed;
    const letter = { schema: form.schema, client, role: form.role, agreed: kept.agreed, consent, answers: answersText };
    const encrypter = new age.Encrypter();
    encrypter.addRecipient(recipient);
    return age.armor.encode(await encrypter.encrypt(JSON.stringify(letter)));
  }

  function handOut(text, open) {
    const day = new Date();
    const two = (number) => String(number).padStart(2, "0");
    const name = `${form.file.before}${day.getFullYear()}-${two(day.getMonth() + 1)}-${two(day.getDate())}${form.file.after}`;
    const address = URL.createObjectURL(new Blob([text], { type: "application/octet-stream" }));
    const again = make("a", { href: address, download: name, textContent: `Save ${name} again` });
    const { coach, contact } = form.sealed || {};
    const to = coach ? `Send it to ${coach}${contact && ` (${contact})`}; nobody else can open it.` : "It is yours alone; it went nowhere.";
    const copy = make("textarea", { className: "copy", readOnly: true, value: text, ariaLabel: "The file as text" });
    const rest = open.length ? [make("p", { textContent: `${open.length} question${open.length === 1 ? " is" : "s are"} not answered yet. ` +
      "You can answer more and finish again; then send the newer file." })] : [];
    const more = open.length ? [make("ul", {}, ...open.slice(0, 8).map((step) => make("li", {}, link(step.key, step.name))))] : [];
    byId("done").replaceChildren(
      make("p", { tabIndex: -1, textContent: `${name} is in your downloads. ${to}` }), make("p", {}, again), ...rest, ...more,
      make("details", {}, make("summary", { textContent: "No file arrived? Copy its text instead" }), copy));
    again.click();
    byId("done").firstElementChild.focus();
  }

  const sure = () => !Object.keys(kept.fields).length ||
    confirm("Forget every answer of this page on this device? A file you saved already stays where it is.");

  function clear() {
    kept = none();
    byId("changed").hidden = true;
    save();
    cards.clear();
    left.clear();
    shown = null;
    byId("form").replaceChildren();
    byId("done").replaceChildren();
    byId("wrong").hidden = true;
    begin();
  }

  function forget() {
    if (!sure()) return;
    clear();
    say("Everything is forgotten on this device.");
    byId("page").focus();
    scrollTo(0, 0);
  }

  function refuse() {
    if (!sure()) return begin();
    clear();
    byId("refused").hidden = false;
    byId("refused").focus();
  }

  byId("agree").addEventListener("change", (event) => {
    if (!event.target.checked) return form.sealed ? refuse() : sure() ? clear() : begin();
    kept.agreed = new Date().toISOString();
    byId("changed").hidden = true;
    save();
    begin();
    say(`The questions begin below: ${shown.size} of them.`);
  });
  if (form.sealed) byId("refuse").addEventListener("click", refuse);
  byId("form").addEventListener("submit", (event) => event.preventDefault());
  byId("finish").addEventListener("click", finish);
  byId("forget").addEventListener("click", forget);
  byId("agree-line").hidden = false;
  load();
  begin();
})();
