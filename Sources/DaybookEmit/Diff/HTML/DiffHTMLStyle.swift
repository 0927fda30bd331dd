/// The style of the page of a comparison, in light and in dark.
///
/// What was taken out is struck through and what was put in underlined, so that nothing is told by colour alone
/// (WCAG 2.2, 1.4.1); text has a contrast of at least 4.5 to 1 (1.4.3). Boxes that are not checked hide what
/// they name.
enum DiffHTMLStyle {
  static let text = base + kinds

  private static let base = """

    :root { color-scheme: light dark; --paper: #fbfaf6; --sheet: #fff; --ink: #1e2327; --soft: #555d64; --line: #dcd8cd;
      --accent: #14606b; --del: #fbe3df; --delink: #8c2417; --ins: #dcf2e3; --insink: #14552c; --move: #e3e8fb;
      --serif: Palatino, "Palatino Linotype", "Book Antiqua", Georgia, serif; --sans: system-ui, "Segoe UI", Roboto, "Noto Sans", sans-serif; }
    @media (prefers-color-scheme: dark) { :root { --paper: #14181b; --sheet: #1b2024; --ink: #e8e5dd; --soft: #a7aeb3; --line: #353c42;
      --accent: #86cbd3; --del: #4a211c; --delink: #ffc2b6; --ins: #173d26; --insink: #b4ecc7; --move: #28304f; } }
    * { box-sizing: border-box; }
    body { margin: 0 auto; max-width: 90rem; padding: 2rem 1.5rem 4rem; background: var(--paper); color: var(--ink); font: 1rem/1.55 var(--sans);
      overflow-wrap: anywhere; }
    h1 { font: 600 1.6rem/1.25 var(--serif); margin: 0 0 .4rem; }
    h2 { font: 600 1.2rem/1.3 var(--serif); margin: 2rem 0 .6rem; }
    h3 { font: 600 .85rem/1.3 var(--sans); margin: 1.2rem 0 .3rem; color: var(--soft); }
    p { margin: 0 0 .4rem; }
    a { color: var(--accent); text-underline-offset: .15em; }
    :focus-visible { outline: 3px solid var(--accent); outline-offset: 2px; }
    .skip { position: absolute; left: -999rem; background: var(--sheet); padding: .6rem 1rem; z-index: 2; }
    .skip:focus { left: 1rem; top: 1rem; }
    .lead, .note, .keys, .none, footer { color: var(--soft); }
    .note, .keys, footer { font-size: .88rem; }
    .scroll { overflow-x: auto; }
    table { border-collapse: collapse; font-size: .92rem; width: 100%; }
    th, td { text-align: left; vertical-align: top; padding: .3rem 1rem .3rem 0; border-bottom: 1px solid var(--line); font-weight: 400; }
    thead th { color: var(--soft); font-size: .82rem; }
    .differs th, .differs td { font-weight: 600; }
    del { background: var(--del); color: var(--delink); text-decoration: line-through; }
    ins { background: var(--ins); color: var(--insink); text-decoration: underline; }
    .boxes { position: sticky; top: 0; z-index: 1; display: flex; flex-wrap: wrap; gap: .3rem 1.1rem; padding: .6rem 0; background: var(--paper);
      border-bottom: 1px solid var(--line); align-items: center; }
    .box { white-space: nowrap; }
    .box input { width: 1.05rem; height: 1.05rem; vertical-align: -.15em; margin: 0 .35rem 0 0; accent-color: var(--accent); }
    .mark { display: inline-block; width: .7em; height: .7em; border: 1px solid var(--soft); margin-right: .3em; }
    .mark.added { background: var(--ins); } .mark.removed { background: var(--del); }
    .mark.moved, .mark.moved-changed { background: var(--move); }
    .work { display: grid; grid-template-columns: minmax(14rem, 22rem) minmax(0, 1fr); gap: 0 2rem; }
    .list { position: sticky; top: 3.5rem; align-self: start; max-height: calc(100vh - 4rem); overflow-y: auto; font-size: .9rem; }
    .list ol { list-style: none; margin: 0; padding: 0; }
    .list li a { display: block; padding: .25rem .4rem; color: inherit; text-decoration: none; border-left: 3px solid var(--line); margin-bottom: .15rem; }
    .list li a:hover { border-left-color: var(--accent); }
    .list .kind { color: var(--soft); }
    .no { font-variant-numeric: tabular-nums; color: var(--soft); }
    .op { padding: .15rem .75rem; border-left: 3px solid transparent; scroll-margin-top: 4rem; }
    .op p, .op pre { white-space: pre-line; max-width: 50rem; font-family: var(--serif); margin: 0 0 .3rem; }
    .op p.tag { font: .8rem/1.4 var(--sans); color: var(--soft); white-space: normal; }
    .op:not(.same):not(.gone) { background: var(--sheet); border-left-color: var(--accent); margin: .5rem 0; padding-top: .4rem; }
    .op:target, .op.here { outline: 2px solid var(--accent); }
    .gone { border-left: 3px dashed var(--line); margin: .4rem 0; }
    .moved:not(.gone), .moved-changed:not(.gone) { background: var(--move) !important; }
    .same { color: var(--soft); }
    .heading { font-weight: 600; } .level1 { font-size: 1.25rem; } .level2 { font-size: 1.1rem; }
    .item { padding-left: 1.5rem; } .label { color: var(--soft); } .quoted { padding-left: 1rem; border-left: 2px solid var(--line); }
    .furniture { font-size: .85rem; }
    .fact { border: 1px solid var(--line); border-radius: 1rem; padding: 0 .5rem; white-space: nowrap; }
    .fold { margin: .4rem .75rem; color: var(--soft); } .fold summary { cursor: pointer; font-size: .88rem; }
    .pair { display: none; }
    body:has(#v-side:checked) .pair { display: grid; grid-template-columns: 1fr 1fr; gap: 0 1.5rem; }
    body:has(#v-side:checked) .both { display: none; }
    body:has(#v-kept:not(:checked)) .same, body:has(#v-kept:not(:checked)) .fold { display: none; }
    @media (max-width: 55rem) { .work { grid-template-columns: minmax(0, 1fr); } .list { position: static; max-height: 20rem; } }
    @media print { .boxes, .list, .skip { display: none; } .work { display: block; } details.fold::details-content { display: block; } }

    """

  /// One rule for each kind: its box hides it in the text and in the list. What is technical stays in the text as
  /// NEW has it, for nothing was said in it that is not said any more.
  private static let kinds: String = DiffEntry.Kind.allCases.map { kind in
    let off = "body:has(#k-\(kind.rawValue):not(:checked))"
    if kind != .technical {
      return "\(off) :is(.op, li).\(kind.rawValue) { display: none; }\n"
    }
    return """
      \(off) :is(li.technical, .op.technical .tag, .op.technical del) { display: none; }
      \(off) .op.technical { background: none; border-color: transparent; margin: 0; padding-top: .15rem; color: var(--soft); }
      \(off) .op.technical ins { background: none; color: inherit; text-decoration: none; }

      """
  }.joined()
}
