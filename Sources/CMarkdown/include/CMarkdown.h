// A narrow face of libcmark-gfm: a document is opened, read as a row of events and closed.
//
// Swift could import cmark itself, but not its tables of types, which are
// variables filled at run time, and would see 200 functions where we use three.

#ifndef CMARKDOWN_H
#define CMARKDOWN_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#define CM_CASE(name) __attribute__((swift_name(#name)))

/// What an event is about: first the blocks, then the inline parts.
typedef enum __attribute__((enum_extensibility(closed))) {
  CM_DOCUMENT CM_CASE(document),
  CM_QUOTE CM_CASE(quote),
  CM_LIST CM_CASE(list),
  CM_ITEM CM_CASE(item),
  CM_CODE_BLOCK CM_CASE(codeBlock),
  CM_HTML_BLOCK CM_CASE(htmlBlock),
  CM_PARAGRAPH CM_CASE(paragraph),
  CM_HEADING CM_CASE(heading),
  CM_RULE CM_CASE(rule),
  CM_FOOTNOTE CM_CASE(footnote),
  CM_TABLE CM_CASE(table),
  CM_TABLE_ROW CM_CASE(tableRow),
  CM_TABLE_CELL CM_CASE(tableCell),
  CM_TEXT CM_CASE(text),
  CM_SOFT_BREAK CM_CASE(softBreak),
  CM_HARD_BREAK CM_CASE(hardBreak),
  CM_CODE CM_CASE(code),
  CM_HTML CM_CASE(html),
  CM_EMPHASIS CM_CASE(emphasis),
  CM_STRONG CM_CASE(strong),
  CM_STRUCK CM_CASE(struck),
  CM_LINK CM_CASE(link),
  CM_IMAGE CM_CASE(image),
  CM_FOOTNOTE_MARK CM_CASE(footnoteMark),
  CM_OTHER CM_CASE(other),
} cm_kind;

/// How a list item begins.
typedef enum __attribute__((enum_extensibility(closed))) {
  CM_NOT_A_TASK CM_CASE(none),
  CM_TASK_OPEN CM_CASE(open),
  CM_TASK_DONE CM_CASE(done),
} cm_task;

/// One step of the walk. Its pointers live as long as the document.
typedef struct {
  cm_kind kind;
  /// Whether the part begins here; parts that hold no others begin and never end.
  bool enters;
  /// Whether a list is tight, or a table row is the header.
  bool flag;
  /// How an item begins.
  cm_task task;
  /// A heading's level, or an ordered list's first number (-1 for a list of bullets).
  int32_t number;
  /// How many items a list has, or columns a table has.
  int32_t count;
  /// Text, code or HTML as written; where a link leads; a footnote's mark. NULL if there is none.
  const char *text;
  /// What a code block says it is written in; NULL if it says nothing.
  const char *language;
  /// One letter per column of a table: l, c, r, or 0.
  const uint8_t *alignments;
} cm_event;

/// An open document.
typedef struct cm_document cm_document;

/// Parses UTF-8 text; NULL only when there is no memory. Safe from any thread.
cm_document *cm_open(const char *text, size_t length);

/// Takes the next step into `event`; false at the end.
bool cm_next(cm_document *document, cm_event *event);

/// Frees the document and everything its events point at.
void cm_close(cm_document *document);

#endif
