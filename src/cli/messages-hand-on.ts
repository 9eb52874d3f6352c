import type { Language } from '../diagnostics/message.js'

/** What `query` and `convert` say. */
export const HAND_ON_MESSAGES = {
  'about-query': {
    en: 'find obligations in registries: by body, type, date, figure or words',
    zh: '在登记册中查找义务：按部门、类型、时限、指标或文字',
  },
  'about-convert': {
    en: 'hand a registry on as a spreadsheet, calendar, table or page',
    zh: '将登记册转为电子表格、日历、表格或网页',
  },
  'output-binary': {
    en: 'The format {format} is no text for a terminal: give a file with -o.',
    zh: '{format} 不是文本格式，不能显示在终端：请用 -o 指定文件。',
  },
  'text-wanted': {
    en: '{path}: its text is not shown; give the folder with --sources.',
    zh: '{path}：未能显示原文，请用 --sources 指定原文所在文件夹。',
  },
  'text-missing': {
    en: '{path}: there is no such text under “{folder}”.',
    zh: '{path}：在“{folder}”中找不到原文。',
  },
  'text-changed': {
    en: '{path}: the text under “{folder}” is not the one that was compiled (its sha256 differs).',
    zh: '{path}：“{folder}”中的原文已改动（sha256 不符）。',
  },
  'opt-body': {
    en: 'part of a body’s printed, full or present name; =NAME is the whole name (repeat for any of several)',
    zh: '部门原名、全称或现名的一部分；=名称 表示完全一致（可重复，任一即可）',
  },
  'opt-role': {
    en: 'role of that body: lead, responsible, support',
    zh: '该部门的职责：lead、responsible、support',
  },
  'opt-type': {
    en: 'action, outcome, prohibition, encouragement, permission',
    zh: '类型：action、outcome、prohibition、encouragement、permission',
  },
  'opt-section': {
    en: 'id of a section, with all below it, or part of a heading',
    zh: '章节编号（含下级）或标题的一部分',
  },
  'opt-document': { en: 'part of a document’s id or title', zh: '文件编号或标题的一部分' },
  'opt-due-before': {
    en: 'due on that day or earlier: 2020-12-31, 2020-06, 2020',
    zh: '时限不晚于该日：2020-12-31、2020-06、2020',
  },
  'opt-due-after': { en: 'due on that day or later', zh: '时限不早于该日' },
  'opt-has': { en: 'with a target, deadline, assignee', zh: '有 target、deadline 或 assignee' },
  'opt-lacks': { en: 'without a target, deadline, assignee', zh: '没有 target、deadline 或 assignee' },
  'opt-metric': { en: 'part of what a target measures', zh: '指标名称的一部分' },
  'opt-text': { en: 'part of the text', zh: '任务内容中的文字' },
  'opt-group-by': {
    en: 'body, section, type, due-year or document',
    zh: '分组：body、section、type、due-year、document',
  },
  'opt-sort': { en: 'document, due, type, body or targets', zh: '排序：document、due、type、body、targets' },
  'opt-reverse': { en: 'the other way round', zh: '倒序' },
  'opt-limit': { en: 'no more than that many', zh: '最多显示条数' },
  'opt-width': { en: 'columns of a table; 0 for no limit', zh: '表格宽度（列）；0 表示不限' },
  'opt-query-format': {
    en: 'table, yaml, json, rows (one obligation a line), csv, md, xlsx, ics or html',
    zh: '输出格式：table、yaml、json、rows（每行一项义务）、csv、md、xlsx、ics、html',
  },
  'opt-file': { en: 'write to this file', zh: '写入文件' },
  'a-day-or-more': {
    en: 'a day, month or year: 2020-12-31, 2020-06, 2020',
    zh: '日、月或年：2020-12-31、2020-06、2020',
  },
  'query-found': { en: '{count} of {total} obligations', zh: '共 {total} 项义务，符合 {count} 项' },
  'query-group': { en: '{name} ({count})', zh: '{name}（{count}）' },
  'query-no-body': { en: '(no body)', zh: '（未明确部门）' },
  'query-no-section': { en: '(before the first section)', zh: '（首个章节之前）' },
  'query-no-type': { en: '(no type)', zh: '（无类型）' },
  'query-no-due-year': { en: '(no date)', zh: '（无时限）' },
  'query-no-document': { en: '(no document)', zh: '（无文件）' },
  'about-merge': {
    en: 'join registries into one, and find documents that come twice',
    zh: '合并多个登记册，并检查重复文档',
  },
  'opt-merge-strict': {
    en: 'exit with 1 where different documents have one id',
    zh: '不同文档同名时退出码为 1',
  },
  'merge-conflict': {
    en: '{path}: another document is called “{id}” too; this one is “{newId}”.',
    zh: '{path}：另有同名文档“{id}”，本文档改称“{newId}”。',
  },
  'merge-heads': {
    en: '“{path}” was made by {other}, the others by {one}: compile the texts again with one of them.',
    zh: '“{path}”由 {other} 生成，其他由 {one} 生成：请用同一版本重新编译。',
  },
  'merge-nothing': { en: 'There is no document to join.', zh: '没有可合并的文档。' },
  'merge-summary': {
    en: '{count} documents; {again} came twice and were written once; {renamed} renamed',
    zh: '{count} 个文档；重复 {again} 个，只写一次；改名 {renamed} 个',
  },
  'registry-unread': { en: '{reason}', zh: '{reason}' },
} as const satisfies Record<string, Readonly<Record<Language, string>>>
