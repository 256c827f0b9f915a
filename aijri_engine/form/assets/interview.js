// The interview on the page: conditions, the path, and the answers file. Pure: it knows no document and no storage, and
// it reads what aijri_engine/form/export.py wrote. The engine's own walk (aijri_engine/interview/path.py) is its model.
"use strict";

const aijri = (() => {
  const TOLERANCE = 1e-9; // shares come out of divisions
  const SUM_TOLERANCE = 0.5; // points of time; a split this near to its sum is taken
  const AS_WRITTEN = 1e-6; // points of time; a split this near to 100 is written as it stands
  const DIGITS = 9;
  const MOST_HOURS = 336; // two weeks
  const UNKNOWN = ["not_sure", "declined"];
  const OWN = "+"; // begins the id of every row of other work
  const PLAIN_WORD = /^[a-z][a-z0-9]*([_-][a-z0-9]+)*$/;
  const YAML_WORDS = ["y", "n", "yes", "no", "on", "off", "true", "false", "null"];

  // ------------------------------------------------------------------------------------------------ conditions

  const number = (value) => (typeof value === "number" && Number.isFinite(value) ? value : null);

  const same = (value, operand) =>
    Array.isArray(value) ? value.length === 1 && same(value[0], operand) : value === operand;

  const CHECKS = {
    is: same,
    in: (value, operand) => operand.some((one) => same(value, one)),
    includes: (value, operand) => (Array.isArray(value) ? value.includes(operand) : value === operand),
    at_least: (value, operand) => (number(value) === null ? null : value >= operand - TOLERANCE),
    at_most: (value, operand) => (number(value) === null ? null : value <= operand + TOLERANCE),
    between: (value, operand) =>
      number(value) === null ? null : value >= operand[0] - TOLERANCE && value <= operand[1] + TOLERANCE,
  };

  // True, false or null (unknown). `facts` has value(source, name) and state(name).
  function truth(tree, facts, item) {
    if (tree.all) return both(tree.all, facts, item, false);
    if (tree.any) return both(tree.any, facts, item, true);
    if (tree.none) {
      const some = both(tree.none, facts, item, true);
      return some === null ? null : !some;
    }
    let name = item === undefined ? tree.name : tree.name.replaceAll("@item", item);
    if (/@(gap|larger)$/.test(name)) name = `${name}.${item}`;
    if (tree.test === "answered" || tree.test === "not_sure")
      return (facts.state(name) === tree.test) === tree.operand;
    const value = facts.value(tree.source, name);
    return value === null || value === undefined ? null : CHECKS[tree.test](value, tree.operand);
  }

  // `all` ends at the first false part, `any` at the first true one; an unknown part leaves it unknown.
  function both(parts, facts, item, end) {
    let result = !end;
    for (const part of parts) {
      const found = truth(part, facts, item);
      if (found === end) return end;
      if (found === null) result = null;
    }
    return result;
  }

  // ------------------------------------------------------------------------------------------------ the week

  const sum = (amounts) => amounts.reduce((total, one) => total + one, 0);

  function weekOf(rows, own, more) {
    const total = sum([...rows.values(), ...own.map((row) => row.amount)]);
    const factor = 100 / total;
    const shares = new Map([...rows].map(([task, amount]) => [task, amount * factor]));
    const ownShares = new Map(own.map((row) => [row.id, row.amount * factor]));
    return { rows, own, total, shares, ownShares, unit: "percent", typical: false, given: true, ...more };
  }

  const typicalWeek = (form, given) =>
    weekOf(new Map(form.tasks.map((task) => [task.id, task.share])), [], { typical: true, given });

  // The week of an answer: "typical", or {rows, other, unit}.
  function weekOfAnswer(form, value) {
    if (value === "typical") return typicalWeek(form, true);
    const rows = new Map(form.tasks.map((task) => [task.id, value.rows[task.id] || 0]));
    const own = value.other
      .filter((row) => row.share > 0)
      .map((row) => ({ id: OWN + row.name, name: row.name, amount: row.share }));
    return weekOf(rows, own, { unit: value.unit });
  }

  // The week with one task's points divided: rows marked `own` become other work.
  function divided(week, question, amounts) {
    const isOwn = new Map(question.rows.map((row) => [row.id, row.own]));
    const stays = sum(Object.keys(amounts).filter((row) => !isOwn.get(row)).map((row) => amounts[row]));
    const rows = new Map([...week.shares].map(([task, share]) => [task, task === question.part_of ? stays : share]));
    const own = week.own.map((row) => ({ ...row, amount: week.ownShares.get(row.id) }));
    const said = (name) => name.toLowerCase().trim().split(/\s+/).join("-");
    const typed = own.map((row) => said(row.name));
    const partName = (label) => (typed.includes(said(label)) ? partName(`${label} (part)`) : label);
    for (const row of question.rows)
      if (row.own && amounts[row.id] > 0)
        own.push({ id: `${OWN}${question.id}_${row.id}`, name: partName(row.label), amount: amounts[row.id] });
    return weekOf(rows, own, { typical: week.typical });
  }

  // ------------------------------------------------------------------------------------------------ facts and path

  class Facts {
    constructor(form) {
      this.form = form;
      this.values = new Map();
      this.states = new Map();
      this.collections = new Map();
      this.week = typicalWeek(form, false);
    }

    value(source, name) {
      if (source === "role") return name === "id" ? this.form.role : this.form.growth;
      const gap = `${this.form.rating}.@gap.`;
      if (name.startsWith(gap)) return this.gap(name.slice(gap.length));
      if (name.startsWith("split.")) return this.share(name.slice(6));
      const found = this.values.get(name);
      return found === undefined ? this.collections.get(name) || this.row(name) : found;
    }

    share(name) {
      const { given, shares, ownShares } = this.week;
      if (!given) return null;
      if (name === "@largest") return Math.max(...shares.values(), ...ownShares.values());
      if (name === "@spread") return Math.max(...shares.values()) - Math.min(...shares.values());
      if (name === "@outside") return sum([...ownShares.values()]);
      if (name.startsWith("@larger.")) return this.larger(name.slice(8));
      return shares.get(name) ?? ownShares.get(name) ?? null;
    }

    // Percent of the week in rows larger than this one; of equal rows the first counts as larger.
    larger(row) {
      const { shares } = this.week;
      if (!shares.has(row)) return null;
      const ranked = [...shares.keys()].sort((one, other) => shares.get(other) - shares.get(one));
      return sum(ranked.slice(0, ranked.indexOf(row)).map((name) => shares.get(name)));
    }

    // How far the rating of a row lies from its score in the table.
    gap(item) {
      const task = this.form.tasks.find((one) => one.id === item);
      const question = questionOf(this.form, this.form.rating);
      const given = this.values.get(`${this.form.rating}.${item}`);
      if (!task || !question || !given) return null;
      const points = question.rows.map((row) => {
        const option = row.options.find((one) => one.id === given[row.id]);
        return option ? option.value : this.form.unsure_points;
      });
      return Math.abs(this.form.rating_scores[sum(points)] - task.score);
    }

    row(name) {
      const dot = name.indexOf(".");
      const grid = dot < 0 ? undefined : this.values.get(name.slice(0, dot));
      const isGrid = grid && typeof grid === "object" && !Array.isArray(grid);
      const chosen = isGrid ? grid[name.slice(dot + 1)] : undefined;
      return chosen === undefined || UNKNOWN.includes(chosen) ? null : chosen;
    }

    state(name) {
      const found = this.states.get(name);
      if (found === undefined && (this.collections.has(name) || this.row(name) !== null)) return "answered";
      if (found === "answered" || found === "borrowed") return "answered";
      return found === "not_sure" ? "not_sure" : "other";
    }

    learn(step) {
      const { question, key, value } = step;
      this.states.set(key, step.state);
      if (value === null) return;
      if (key === this.form.split) {
        this.week = step.week;
        this.values.set(key, value);
        return;
      }
      this.values.set(key, value);
      if (question.for_each && (typeof value === "string" || Array.isArray(value))) {
        const known = this.collections.get(question.id) || [];
        const fresh = [].concat(value).filter((one) => !known.includes(one));
        this.collections.set(question.id, [...known, ...fresh]);
      }
      if (question.part_of) this.week = divided(this.week, question, value);
    }
  }

  const questionOf = (form, id) =>
    form.blocks.flatMap((block) => block.questions).find((question) => question.id === id);

  // Tasks by share times ladder span, the largest first.
  function askingOrder(form, week) {
    const worth = (task) => -Number((week.shares.get(task.id) * task.span).toFixed(DIGITS));
    return [...form.tasks].sort((one, other) => worth(one) - worth(other)).map((task) => task.id);
  }

  // One forward pass: the questions that are asked, each with its state. `answers` is a Map of key -> {state, value}.
  function walk(form, answers) {
    const facts = new Facts(form);
    const steps = [];
    for (const block of form.blocks) {
      if (block.when && truth(block.when, facts) !== true) continue;
      for (const [question, item] of instances(form, block, facts)) {
        const step = stepOf(form, block, question, item, facts, answers);
        if (step === null) continue;
        steps.push(step);
        facts.learn(step);
      }
    }
    return { steps, facts };
  }

  function instances(form, block, facts) {
    const asked = (items) => items.flatMap((item) => block.questions.map((question) => [question, item]));
    if (!block.for_each) return asked([undefined]);
    const tasks = block.for_each === "task" || form.starting_table ? askingOrder(form, facts.week) : [];
    return asked([...tasks, ...(block.for_each === "own_row" ? facts.week.own.map((row) => row.id) : [])]);
  }

  function stepOf(form, block, question, item, facts, answers) {
    if (question.when && truth(question.when, facts, item) !== true) return null;
    const words = item === undefined ? question : question.items[item] || ownRowWords(question, item, facts);
    let rows = words.rows;
    if (question.row_when) {
      rows = rows.filter((row) => truth(question.row_when, facts, row.id) !== false);
      if (!rows.length) return null;
    }
    const options = words.options.filter((option) => !option.when || truth(option.when, facts) === true);
    const key = item === undefined ? question.id : `${question.id}.${item}`;
    const step = {
      key, item, question: { ...question, for_each: block.for_each }, section: block.section,
      ask: filled(words.ask, question, facts), name: words.name, plainly: words.plainly, options, rows, state: "open", value: null,
      divides: question.part_of ? facts.week.shares.get(question.part_of) : undefined,
    };
    const entry = answers.get(key);
    if (!entry) return step;
    if (entry.state !== "answered") return { ...step, state: entry.state };
    const value = question.kind === "grid" ? shownRows(entry.value, rows) : entry.value;
    if (!fits(step, value, facts)) return step;
    const whole = question.kind !== "grid" || !question.row_when || rows.every((row) => row.id in value);
    const week = key === form.split ? weekOfAnswer(form, value) : undefined;
    return { ...step, week, value, state: value === "typical" ? "borrowed" : whole ? "answered" : "open" };
  }

  function ownRowWords(question, item, facts) {
    const name = facts.week.own.find((row) => row.id === item).name;
    const put = (text, words) => text.split("{task}").join(words);
    const short = question.short.includes("{task}") ? put(question.short, name) : `${question.short}: ${name}`;
    return { ...question, ask: put(question.ask, name), plainly: put(question.plainly, name), name: short };
  }

  function shownRows(value, rows) {
    const kept = rows.filter((row) => row.id in value && row.options.some((one) => one.id === value[row.id])
      || UNKNOWN.includes(value[row.id]));
    return Object.fromEntries(kept.map((row) => [row.id, value[row.id]]));
  }

  // An answer that the question does not take any more is not read.
  function fits(step, value, facts) {
    const { kind, part_of: task } = step.question;
    const known = (one) => step.options.some((option) => option.id === one);
    if (kind === "choice" || kind === "multi") return [].concat(value).every(known);
    if (kind === "grid") return Object.keys(value).length > 0;
    if (task) return Math.abs(sum(Object.values(value)) - facts.week.shares.get(task)) <= SUM_TOLERANCE;
    return true;
  }

  // `{years}` and its like, filled from the answers; what cannot be filled stays as it is.
  function filled(ask, question, facts) {
    return ask.replace(/\{(\w+)\}/g, (found, name) => {
      if (name === "outside") return facts.share("@outside")?.toFixed(0) ?? "0";
      if (name === "share" && question.part_of) return facts.week.shares.get(question.part_of).toFixed(0);
      return told(facts, name) ?? found;
    });
  }

  function told(facts, id) {
    const value = facts.values.get(id);
    const question = questionOf(facts.form, id);
    if (value === undefined || !question) return null;
    if (question.kind === "choice")
      return [].concat(value).map((one) => question.options.find((option) => option.id === one).name).join(" and ");
    if (question.kind !== "number") return null;
    const unit = question.unit || "";
    return `${value} ${value === 1 ? unit.replace(/s$/, "") : unit}`.trim();
  }

  // ------------------------------------------------------------------------------------------------ the answers file

  const rounded = (amount) => Number(amount.toFixed(DIGITS));

  function splitMapping(week) {
    const exact = Math.abs(week.total - 100) <= AS_WRITTEN;
    const found = {};
    if (week.typical) found.split = "typical";
    else if (week.unit === "hours") found.split_hours = Object.fromEntries(week.rows);
    else found.split = Object.fromEntries([...(exact ? week.rows : week.shares)].map(([id, one]) => [id, rounded(one)]));
    if (week.own.length)
      found.other = week.own.map((row) => ({
        name: row.name,
        share: rounded(week.unit === "hours" || exact ? row.amount : week.ownShares.get(row.id)),
      }));
    return found;
  }

  // What the file says: only what the page shows.
  function mappingOf(form, answers) {
    const { steps, facts } = walk(form, answers);
    const parts = steps.some((step) => step.question.part_of && step.state === "answered");
    const found = {};
    for (const step of steps) {
      const { key, item, question } = step;
      const value = step.value ?? step.state;
      if (value === "open" || question.part_of) continue;
      const ofTask = form.tasks.some((task) => task.id === item);
      if (key === form.split)
        Object.assign(found, step.value === null ? { split: value } : splitMapping(parts ? facts.week : step.week));
      else if (question.id === form.rating && !ofTask) {
        const name = facts.week.own.find((row) => row.id === item).name;
        found.other.find((row) => row.name === name).rating = value;
      } else if (item !== undefined) (found[question.id] ??= {})[item] = value;
      else found[question.id] = value;
    }
    for (const step of steps) {
      const task = step.question.part_of;
      if (!task || step.state === "open" || (step.question.when && truth(step.question.when, facts) !== true)) continue;
      const stays = step.rows.find((row) => !row.own).id;
      found[step.key] = step.state === "answered" ? { [stays]: rounded(facts.week.rows.get(task)) } : step.state;
    }
    for (const block of form.blocks)
      for (const { id } of block.for_each === "task" ? block.questions : [])
        if (found[id]) found[id] = Object.fromEntries(
          form.tasks.filter((task) => task.id in found[id]).map((task) => [task.id, found[id][task.id]]));
    return found;
  }

  const answersFile = (form, answers) => yaml({ role: form.role, answers: mappingOf(form, answers) }, "").join("\n") + "\n";

  // The part of YAML that the program itself writes: nothing in it can be anything but text, a number, yes or no.
  function yaml(value, indent) {
    if (Array.isArray(value))
      return value.flatMap((one) => {
        if (scalar(one)) return [`${indent}- ${written(one)}`];
        const [first, ...rest] = yaml(one, `${indent}  `);
        return [`${indent}- ${first.slice(indent.length + 2)}`, ...rest];
      });
    return Object.keys(value).flatMap((key) => {
      const one = value[key];
      if (scalar(one)) return [`${indent}${written(key)}: ${written(one)}`];
      return [`${indent}${written(key)}:`, ...yaml(one, Array.isArray(one) ? indent : `${indent}  `)];
    });
  }

  const scalar = (value) => typeof value !== "object" || Object.keys(value).length === 0;

  function written(value) {
    if (typeof value === "object") return Array.isArray(value) ? "[]" : "{}";
    if (typeof value !== "string") return String(value);
    return PLAIN_WORD.test(value) && !YAML_WORDS.includes(value) ? value : `"${[...value].map(escaped).join("")}"`;
  }

  const ESCAPES = { '"': '\\"', "\\": "\\\\", "\n": "\\n", "\t": "\\t" };

  function escaped(sign) {
    const code = sign.codePointAt(0);
    if (ESCAPES[sign]) return ESCAPES[sign];
    if ((code >= 0x20 && code <= 0x7e) || (code >= 0xa0 && code <= 0xd7ff) || (code >= 0xe000 && code <= 0xfffd))
      return sign;
    const digits = code.toString(16).toUpperCase();
    if (code <= 0xff) return `\\x${digits.padStart(2, "0")}`;
    return code <= 0xffff ? `\\u${digits.padStart(4, "0")}` : `\\U${digits.padStart(8, "0")}`;
  }

  // ------------------------------------------------------------------------------------------------ typed text

  const DROPPED = new RegExp(
    "[\\u0000-\\u0008\\u000e-\\u001f\\u007f-\\u009f\\u00ad\\u061c\\u180e\\u200b\\u200e\\u200f\\u202a-\\u202e" +
    "\\u2060-\\u206f\\ud800-\\udfff\\ufeff\\ufff9-\\ufffb\\u{e0000}-\\u{e007f}]", "gu");
  const JOINING = new RegExp(
    "^[\\u0600-\\u109f\\u1780-\\u18af\\u1b00-\\u1c4f\\ua800-\\uaaff\\ufb50-\\ufdff\\ufe70-\\ufefc" +
    "\\u2190-\\u2bff\\ufe0f\\u{1f000}-\\u{1faff}]$", "u");
  const JOINERS = /(.?)([\u200c\u200d])[\u200c\u200d]*(?=(.?))/gsu;
  const MARKS = /(\p{M}{30})\p{M}+/gu;

  // What a person typed as it is kept: no signs that hide or steer (aijri_engine/text/cleaning.py).
  function clean(text, limit) {
    const lines = text.replace(/\r\n|[\r\n\v\f\u0085\u2028\u2029]/g, "\n").replace(DROPPED, "");
    const blanks = lines.replace(/[ \t\n]+/g, (run) => (/[\t\n]/.test(run) ? " " : run));
    const joined = (run, before, sign, after) => before + (JOINING.test(before) && JOINING.test(after) ? sign : "");
    const signs = [...blanks.replace(JOINERS, joined).normalize("NFC").replace(MARKS, "$1")];
    return (signs.length <= limit ? signs.join("") : `${signs.slice(0, limit - 1).join("")}…`).trim();
  }

  // A letter or a figure, as is typed to choose, or one of these words (aijri_engine/interview/kinds/text.py).
  function namesNothing(text, words) {
    const plain = text.toLowerCase().replace(/[^\p{L}\p{N} ]/gu, "").trim();
    return (plain.length < 2 && /^[\x00-\x7f]*$/.test(plain)) || words.includes(plain);
  }

  // A figure as people type it: "12", "12.5", "12,5"; null for what is none.
  function figure(text) {
    return /^\d{1,5}([.,]\d{1,2})?$/.test(text.trim()) ? Number(text.trim().replace(",", ".")) : null;
  }

  return { truth, walk, mappingOf, answersFile, clean, figure, namesNothing, sum, SUM_TOLERANCE, MOST_HOURS, UNKNOWN };
})();
