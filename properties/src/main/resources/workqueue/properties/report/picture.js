"use strict";
(() => {
  const data = JSON.parse(document.getElementById("data").textContent);
  const steps = data.steps;
  const last = data.culprit > steps.length ? steps.length + 1 : steps.length; // the end is a step if it is at fault
  const NAMES = 120, ROW = 24;
  const get = id => document.getElementById(id);
  const filter = { item: "", thread: "" };
  const rows = [], bars = [];
  let at = 0, column = 46;

  /** All that is shown goes through here: as text. */
  const add = (parent, tag, text, name) => {
    const element = document.createElement(tag);
    if (text !== undefined) element.textContent = text;
    if (name) element.className = name;
    parent.append(element);
    return element;
  };
  const say = (id, text) => { get(id).textContent = text; };

  const itemOf = step => step.item ?? (step.opener ? steps[step.opener - 1].item : undefined) ?? step.told;
  const words = step => data.model ? step.op : `#${step.seq} thread ${step.thread} ${step.kind} ${step.op}`
    + ["item", "queue", "arg", "result", "items"].map(k => step[k] === undefined ? "" : ` ${k} ${step[k]}`).join("");
  const matches = step => (!filter.item || itemOf(step) === undefined || itemOf(step) === filter.item)
    && (!filter.thread || step.thread === filter.thread);

  function head() {
    document.title = `${data.verdict} ${data.rule ?? ""} – ${data.file}`;
    say("verdict", data.verdict);
    get("verdict").className = data.verdict.endsWith("violates") ? "bad" : "";
    say("rule", data.rule ?? "");
    if (data.model) return model();
    const what = data.witness ? "witness" : "recording";
    const shown = steps.length === data.all
      ? `all ${data.all} events of the ${what} shown`
      : `${steps.length} of ${data.all} events of the ${what} shown, from its event ${data.first + 1} on`;
    const whole = data.witness ? `; ${data.recorded} events were recorded` : "";
    say("facts", `${data.file} · profile ${data.profile} · ${data.implementation} · ${data.scenario} · ended: ${data.end}`
      + ` · ${shown}${whole}.`);
    if (data.rule) {
      get("pin").hidden = false;
      say("sentence", `${data.rule} (${data.level}): ${data.sentence}`);
      say("why", `Why: ${data.why}`);
    }
    const said = data.sentence ?? "";
    say("reason", data.reason.startsWith(said) ? data.reason.slice(said.length).trim() : data.reason);
  }

  /** A counterexample of a model: actions in place of threads, variables in place of items. */
  function model() {
    document.body.className = "model";
    say("facts", data.facts);
    get("pin").hidden = false;
    say("sentence", data.sentence);
    say("reason", data.reason);
    say("lanelabel", "Action");
    heads("state", ["variable", "value"]);
    heads("events", ["step", "action"]);
    say("list", "Steps");
  }

  function heads(table, names) {
    const row = get(table).tHead.rows[0];
    row.replaceChildren();
    names.forEach(name => add(row, "th", name));
  }

  /** A bar for every call, run and note; what began or ended outside of what is shown is open at that side. */
  function spans() {
    const spans = new Map();
    steps.forEach((step, k) => {
      if (step.opener) {
        const span = spans.get(step.opener);
        span.to = k + 1;
        span.open = false;
        steps[step.opener - 1].told = step.item;
      } else {
        const opens = step.kind === "invoke" || step.kind === "begin";
        const closes = step.kind === "return" || step.kind === "end";
        spans.set(k + 1, { step, from: closes ? 1 : k + 1, to: opens ? last : k + 1, open: opens });
      }
    });
    return [...spans.values()];
  }

  function lanes() {
    const area = get("lanes");
    const all = new Map();
    for (const span of spans()) {
      if (!all.has(span.step.thread)) all.set(span.step.thread, []);
      all.get(span.step.thread).push(span);
    }
    const threads = data.model ? [...all.keys()] : [...all.keys()].sort((a, b) => a - b);
    for (const thread of threads) {
      const works = steps.some(step => step.thread === thread && step.kind === "begin");
      const lane = add(area, "div", undefined, "lane");
      lane.dataset.thread = thread;
      add(lane, "div", data.model ? thread : `thread ${thread}${works ? ", worker" : ""}`, "name");
      const depths = []; // where the last bar of each row ends
      for (const span of all.get(thread)) {
        let depth = depths.findIndex(end => end < span.from);
        if (depth < 0) depth = depths.length;
        depths[depth] = span.to;
        bar(lane, span, depth);
      }
      lane.style.height = `${depths.length * ROW + 6}px`;
      lane.style.width = `${NAMES + last * column}px`;
    }
    if (data.culprit) {
      const fault = add(area, "div", data.rule, "");
      fault.id = "culprit";
      place(fault, data.culprit, data.culprit);
    }
    add(area, "div").id = "cursor";
    return threads;
  }

  function bar(lane, span, depth) {
    const step = span.step;
    const kind = step.kind === "note" ? "note" : step.kind === "begin" || step.kind === "end" ? "run" : "call";
    const item = step.item ?? step.told;
    const label = `${step.op}${item === undefined ? "" : " " + item}`;
    const element = add(lane, "div", label, `bar ${kind}${span.open ? " open" : ""}`);
    element.title = words(step);
    element.style.top = `${depth * ROW + 3}px`;
    place(element, span.from, span.to);
    element.addEventListener("click", () => show(span.from));
    bars.push({ element, span });
  }

  function place(element, from, to) {
    element.style.left = `${NAMES + (from - 1) * column + 2}px`;
    element.style.width = `${(to - from + 1) * column - 4}px`;
  }

  function table() {
    const body = get("events").tBodies[0];
    steps.forEach((step, k) => {
      const row = add(body, "tr");
      const cells = data.model ? [k + 1, step.op] : [k + 1, step.seq, step.thread, step.kind, step.op, step.item, step.queue, step.arg, step.result ?? step.items];
      cells.forEach(cell => add(row, "td", cell ?? ""));
      row.addEventListener("click", () => show(k + 1));
      rows.push(row);
    });
    if (last > steps.length) {
      const row = add(body, "tr");
      add(row, "td", last);
      add(row, "td", "the end of the recording").colSpan = 8;
      row.addEventListener("click", () => show(last));
      rows.push(row);
    }
    if (data.culprit) rows[data.culprit - 1].classList.add("fault");
  }

  function choices(id, values, every, choose) {
    const select = get(id);
    add(select, "option", every).value = "";
    values.forEach(value => { add(select, "option", value).value = value; });
    select.addEventListener("change", () => { choose(select.value); refresh(); });
  }

  const visible = k => k === 0 || k > steps.length || matches(steps[k - 1]);

  function refresh() {
    let count = 0;
    steps.forEach((step, k) => {
      rows[k].hidden = !matches(step);
      count += matches(step) ? 1 : 0;
    });
    say("count", count === steps.length ? "" : `${count} of ${steps.length} events match`);
    bars.forEach(({ element, span }) => element.classList.toggle("dim", !matches(span.step)));
    document.querySelectorAll(".lane").forEach(lane =>
      lane.classList.toggle("dim", filter.thread !== "" && lane.dataset.thread !== filter.thread));
    show(at);
  }

  function move(by) {
    let k = at + by;
    while (k > 0 && k < last && !visible(k)) k += by;
    if (k >= 0 && k <= last && visible(k)) show(k);
  }

  function state() {
    const now = new Map(data.start.map(one => [one[0], one]));
    steps.slice(0, at).forEach(step => step.now.forEach(one => now.set(one[0], one)));
    const changed = new Set(at > 0 && at <= steps.length ? steps[at - 1].now.map(one => one[0]) : []);
    const order = name => [name === "all" ? 0 : name.startsWith("queue") ? 1 : 2, Number(name.split(" ")[1] ?? 0)];
    const body = get("state").tBodies[0];
    body.replaceChildren();
    [...now.values()]
      .filter(one => changed.has(one[0]) || one[1] || one[2] || one[3] || one[4])
      .filter(one => !filter.item || !one[0].startsWith("item") || one[0] === `item ${filter.item}`)
      .sort((a, b) => data.model ? 0 : order(a[0])[0] - order(b[0])[0] || order(a[0])[1] - order(b[0])[1])
      .forEach(one => {
        const row = add(body, "tr", undefined, changed.has(one[0]) ? "changed" : "");
        one.forEach(cell => add(row, "td", cell === 0 ? "" : cell));
      });
    if (!body.rows.length) add(add(body, "tr"), "td", "nothing is pending, owed or running").colSpan = 5;
  }

  function show(k) {
    at = Math.max(0, Math.min(last, k));
    get("slider").value = at;
    const text = at === 0 ? `before the first ${data.model ? "state" : "event"}` : at > steps.length ? "the end of the recording" : words(steps[at - 1]);
    const fault = at > 0 && at === data.culprit ? ` — ${data.model ? "violates" : "breaks"} ${data.rule}` : "";
    say("now", `step ${at} of ${last}: ${text}${fault}`);
    rows.forEach((row, i) => {
      row.classList.toggle("here", i + 1 === at);
      row.classList.toggle("later", i + 1 > at);
      row.ariaCurrent = i + 1 === at ? "step" : null;
    });
    bars.forEach(({ element, span }) => element.classList.toggle("here", span.from <= at && at <= span.to));
    place(get("cursor"), 1, at);
    reveal();
    state();
    history.replaceState(null, "", `#step=${at}`);
  }

  /** Scrolls the lanes and the table, and never the page, to where the step is. */
  function reveal() {
    const area = get("lanes"), x = NAMES + at * column;
    if (x - column < area.scrollLeft + NAMES || x + column > area.scrollLeft + area.clientWidth) {
      area.scrollLeft = x - area.clientWidth / 2;
    }
    const box = get("scroll"), row = rows[at - 1];
    if (row && (row.offsetTop < box.scrollTop + 30 || row.offsetTop + row.offsetHeight > box.scrollTop + box.clientHeight)) {
      box.scrollTop = row.offsetTop - box.clientHeight / 2;
    }
  }

  const addressed = () => /^#step=(\d{1,9})$/.exec(location.hash);
  const keys = { ArrowLeft: () => move(-1), ArrowRight: () => move(1), Home: () => show(0), End: () => show(last) };

  head();
  get("page").hidden = false;
  column = Math.max(column, Math.min(110, Math.floor((get("lanes").clientWidth - NAMES) / last)));
  const threads = lanes();
  table();
  const items = [...new Set(steps.map(itemOf).filter(item => item !== undefined))].sort((a, b) => a - b);
  choices("items", items, "all", value => { filter.item = value; });
  choices("threads", threads, "all", value => { filter.thread = value; });
  get("slider").max = last;
  get("slider").addEventListener("input", () => show(Number(get("slider").value)));
  get("left").addEventListener("click", keys.ArrowLeft);
  get("right").addEventListener("click", keys.ArrowRight);
  get("home").addEventListener("click", keys.Home);
  get("end").addEventListener("click", keys.End);
  get("fault").hidden = !data.culprit;
  get("fault").addEventListener("click", () => show(data.culprit));
  document.addEventListener("keydown", event => {
    if (keys[event.key] && !event.altKey && !event.ctrlKey && !event.metaKey && event.target.tagName !== "SELECT") {
      event.preventDefault();
      keys[event.key]();
    }
  });
  addEventListener("hashchange", () => { if (addressed()) show(Number(addressed()[1])); });
  at = addressed() ? Number(addressed()[1]) : data.culprit || last;
  refresh();
})();
