/// The style of the page: quiet, readable, in light and in dark, on a phone and on A4.
///
/// Text has a contrast of at least 4.5 to 1, marks of the timeline of at least 3 to 1 (WCAG 2.2, 1.4.3 and
/// 1.4.11); nothing is told by colour alone.
enum HTMLStyle {
  static let text = screen + print

  private static let screen = """

    :root { color-scheme: light dark; --paper: #fbfaf6; --sheet: #ffffff; --ink: #1e2327; --soft: #555d64; --line: #dcd8cd;
      --accent: #14606b; --mark: #2b7681; --wash: #eef3f2; --alarm: #9b2c1f;
      --serif: "Iowan Old Style", "Palatino Linotype", Palatino, "Book Antiqua", Georgia, serif;
      --sans: system-ui, -apple-system, "Segoe UI", Roboto, "Helvetica Neue", "Noto Sans", sans-serif;
      --mono: ui-monospace, "SF Mono", Menlo, Consolas, "DejaVu Sans Mono", monospace; }
    @media (prefers-color-scheme: dark) { :root { --paper: #14181b; --sheet: #1b2024; --ink: #e8e5dd; --soft: #a7aeb3;
      --line: #353c42; --accent: #86cbd3; --mark: #68b3bd; --wash: #1f282b; --alarm: #f0a092; } }
    * { box-sizing: border-box; }
    html { scroll-padding-top: 1rem; -webkit-text-size-adjust: 100%; }
    @media (prefers-reduced-motion: no-preference) { html { scroll-behavior: smooth; } }
    body { margin: 0 auto; max-width: 68rem; padding: 2.5rem 1.5rem 4rem; background: var(--paper); color: var(--ink);
      font: 1rem/1.55 var(--sans); overflow-wrap: anywhere; }
    h1 { font: 600 2.1rem/1.2 var(--serif); margin: 0 0 .5rem; letter-spacing: -.01em; }
    h2 { font: 600 1.35rem/1.3 var(--serif); margin: 3rem 0 .75rem; }
    h3 { font: 600 .85rem/1.3 var(--sans); letter-spacing: .06em; text-transform: uppercase; color: var(--soft);
      margin: 2.25rem 0 .25rem; padding-bottom: .4rem; border-bottom: 1px solid var(--line); }
    p { margin: 0 0 .5rem; }
    a { color: var(--accent); text-underline-offset: .15em; }
    :focus-visible { outline: 3px solid var(--accent); outline-offset: 2px; border-radius: 2px; }
    code, .hash, .path { font-family: var(--mono); font-size: .85em; }
    .lead { color: var(--soft); font-size: 1.05rem; }
    .note, .none, footer { color: var(--soft); font-size: .9rem; }
    .note { max-width: 46rem; }
    .skip { position: absolute; left: -999rem; background: var(--sheet); padding: .6rem 1rem; z-index: 2; }
    .skip:focus { left: 1rem; top: 1rem; }
    [hidden] { display: none !important; }

    .timeline { margin: 0; padding: 1.25rem 1.25rem .9rem; background: var(--sheet); border: 1px solid var(--line); border-radius: 6px; }
    .scroll { overflow-x: auto; }
    .timeline svg { display: block; }
    .timeline text { font: 11px var(--sans); fill: var(--soft); }
    .timeline .minor, .silence text { text-anchor: middle; }
    .timeline .major { font-size: 12px; fill: var(--ink); }
    .axis, .tick { stroke: var(--line); }
    .axis { stroke: var(--soft); }
    .silence line { stroke: var(--soft); stroke-dasharray: 1 5; stroke-linecap: round; stroke-width: 2; }
    rect.exact { fill: var(--mark); stroke: var(--mark); }
    rect.coarse { fill: var(--sheet); stroke: var(--mark); }
    rect.hit { fill: transparent; }
    .timeline a:hover rect.hit, .timeline a:focus-visible rect.hit { fill: var(--wash); }
    .timeline a:hover rect.exact { fill: var(--accent); }
    figcaption { margin-top: .6rem; color: var(--soft); font-size: .85rem; }
    .key { display: inline-block; width: .8em; height: .8em; border: 1.5px solid var(--mark); border-radius: 2px; vertical-align: -.05em;
      margin: 0 .15em 0 .5em; }
    .key:first-child { margin-left: 0; }
    .key.exact { background: var(--mark); }
    .astable { margin-top: .75rem; }

    .filters { display: flex; flex-wrap: wrap; gap: .75rem 1rem; align-items: end; margin: 1.25rem 0; padding: 1rem 1.25rem;
      background: var(--wash); border-radius: 6px; }
    .filters p { margin: 0; min-width: 0; }
    .filters .wide { flex: 1 1 10rem; }
    .filters label { display: block; font-size: .8rem; color: var(--soft); margin-bottom: .15rem; }
    .filters input, .filters select, .filters button { font: inherit; font-size: .95rem; color: inherit; background: var(--sheet);
      border: 1px solid var(--soft); border-radius: 4px; padding: .35rem .55rem; min-height: 2.4rem; }
    .filters select { max-width: 11rem; }
    .filters .wide input { width: 100%; }
    .filters .check { display: flex; align-items: center; gap: .45rem; min-height: 2.4rem; }
    .filters .check input { min-height: 0; width: 1.1rem; height: 1.1rem; accent-color: var(--accent); }
    .filters .check label { margin: 0; font-size: .95rem; color: inherit; }
    .filters button { cursor: pointer; margin-right: .5rem; }
    .filters button:hover { border-color: var(--accent); color: var(--accent); }
    .filters .status { flex: 1 1 100%; font-size: .9rem; color: var(--soft); }

    .period { content-visibility: auto; contain-intrinsic-size: auto 60rem; }
    ol { list-style: none; margin: 0; padding: 0; }
    li[data-order] { display: grid; grid-template-columns: 11rem minmax(0, 1fr); gap: 0 2rem; padding: 1.1rem 0;
      border-bottom: 1px solid var(--line); scroll-margin-top: 1rem; }
    li[data-order]:last-child { border-bottom: 0; }
    li[data-order]:target { background: var(--wash); box-shadow: 0 0 0 .75rem var(--wash); border-radius: 2px; }
    .when { font-weight: 600; font-variant-numeric: tabular-nums; line-height: 1.4; }
    .basis { display: block; font-weight: 400; font-size: .8rem; color: var(--soft); }
    [data-undated] .when { font-weight: 400; font-style: italic; color: var(--soft); }
    .who { font-size: .9rem; margin-bottom: .2rem; position: relative; padding-right: 3rem; }
    .kind { font-size: .8rem; padding: .1rem .5rem; border: 1px solid var(--mark); border-radius: 1rem; color: var(--accent);
      white-space: nowrap; margin-right: .35rem; }
    .modality { font-size: .8rem; font-style: italic; color: var(--soft); margin-right: .35rem; }
    .agent { font-weight: 600; }
    .mentioned { color: var(--soft); }
    .no { position: absolute; right: 0; top: 0; font-size: .8rem; color: var(--soft); text-decoration: none; font-variant-numeric: tabular-nums; }
    .no:hover { text-decoration: underline; }
    .summary { font: 1.08rem/1.5 var(--serif); margin-bottom: .35rem; max-width: 44rem; }
    details > summary { cursor: pointer; }
    .what summary { font-size: .85rem; color: var(--soft); width: fit-content; max-width: 100%; }
    .what summary .open { color: var(--accent); margin-right: .35rem; }
    .what details[open] summary { margin-bottom: .75rem; }
    blockquote { font: 1.02rem/1.55 var(--serif); margin: 0 0 .4rem; padding: .1rem 0 .1rem 1rem; border-left: 3px solid var(--mark);
      white-space: pre-line; max-width: 44rem; }
    [dir=auto] { unicode-bidi: isolate; }
    .cite { font-size: .85rem; color: var(--soft); margin-bottom: 1rem; }
    .hash { font-size: .72rem; }
    dl { display: grid; grid-template-columns: 8.5rem minmax(0, 1fr); gap: .25rem 1rem; margin: 0 0 .5rem; font-size: .88rem; }
    dt { color: var(--soft); }
    dd { margin: 0; }
    .gap { margin: 0; padding: .8rem 0; text-align: center; font-size: .88rem; font-style: italic; color: var(--soft); }
    p.gap { margin-top: 1.5rem; border: dashed var(--line); border-width: 1px 0; }
    li.gap { border-bottom: 1px solid var(--line); }
    @media (max-width: 44rem) {
      body { padding: 1.5rem 1rem 3rem; }
      h1 { font-size: 1.65rem; }
      li[data-order] { grid-template-columns: minmax(0, 1fr); }
      .when { margin-bottom: .3rem; }
      .basis { display: inline; margin-left: .4rem; }
      dl { grid-template-columns: minmax(0, 1fr); gap: 0; }
      dd { margin-bottom: .4rem; }
      .timeline { padding: .9rem .75rem; }
      .filters { padding: .9rem; }
    }

    table { border-collapse: collapse; margin: 1.25rem 0; font-size: .92rem; width: 100%; }
    table.figures { width: auto; min-width: 22rem; }
    caption { text-align: left; font-weight: 600; padding-bottom: .35rem; }
    th, td { text-align: left; vertical-align: top; padding: .35rem 1rem .35rem 0; border-bottom: 1px solid var(--line); font-weight: 400; }
    thead th { color: var(--soft); font-size: .82rem; }
    .n { text-align: right; font-variant-numeric: tabular-nums; padding-right: 0; padding-left: 1rem; white-space: nowrap; }
    .part th { padding-left: 1.25rem; color: var(--soft); }
    .figures th { overflow-wrap: normal; }
    tr.silence td { font-style: italic; color: var(--soft); }
    .alarm { color: var(--alarm); font-weight: 600; }
    footer { margin-top: 3rem; padding-top: 1rem; border-top: 1px solid var(--line); }

    """

  private static let print = """
    @media print {
      @page { size: A4; margin: 18mm 16mm 20mm; @bottom-center { content: counter(page) " / " counter(pages); font: 9pt sans-serif; } }
      :root { color-scheme: light; --paper: #fff; --sheet: #fff; --ink: #000; --soft: #444; --line: #bbb; --accent: #000; --mark: #444;
        --wash: #fff; }
      html { font-size: 9.5pt; }
      body { padding: 0; max-width: none; }
      h2 { margin-top: 1.5rem; }
      .filters, .skip, .astable, .what summary .open { display: none !important; }
      .period { content-visibility: visible; }
      .timeline { border: 0; padding: 0; break-inside: avoid; }
      .scroll { overflow: visible; }
      .timeline svg { width: 100%; height: auto; max-height: 60mm; }
      rect.exact, rect.coarse, .key { print-color-adjust: exact; -webkit-print-color-adjust: exact; }
      a { text-decoration: none; color: inherit; }
      details::details-content { display: block; content-visibility: visible; height: auto; }
      .what summary { list-style: none; display: none; }
      li[data-order] { grid-template-columns: 34mm minmax(0, 1fr); gap: 0 6mm; padding: 3mm 0; break-inside: avoid-page; }
      li[data-order]:target { background: none; box-shadow: none; }
      h3 { break-after: avoid; margin-top: 6mm; }
      .summary { font-size: 10.5pt; }
      blockquote { font-size: 10pt; }
      [data-same] .summary { display: none; }
      dl { display: block; font-size: 8pt; color: var(--soft); }
      dt, dd { display: inline; }
      dt::after { content: ": "; }
      dd:not(:last-child)::after { content: " · "; }
      .cite { margin-bottom: .3rem; }
      .what details[open] summary { margin: 0; }
      .hash { font-size: 6.5pt; }
      table { font-size: 8.5pt; }
      tr { break-inside: avoid; }
    }

    """
}
