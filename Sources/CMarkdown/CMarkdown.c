#include "CMarkdown.h"

#include <cmark-gfm-core-extensions.h>
#include <cmark-gfm.h>
#include <pthread.h>
#include <stdlib.h>
#include <string.h>

struct cm_document {
  cmark_node *root;
  cmark_iter *walk;
};

static const char *const extension_names[] = {"table", "strikethrough", "autolink", "tasklist"};
static pthread_once_t registration = PTHREAD_ONCE_INIT;

// While cmark parses inlines it edits a global table of special characters to
// suit the parser's extensions, so two parsers must never be at it together.
static pthread_mutex_t parsing = PTHREAD_MUTEX_INITIALIZER;

static cmark_node *parse(const char *text, size_t length) {
  cmark_parser *parser = cmark_parser_new(CMARK_OPT_VALIDATE_UTF8 | CMARK_OPT_FOOTNOTES);
  if (parser == NULL) return NULL;
  for (size_t i = 0; i < sizeof extension_names / sizeof *extension_names; i++) {
    cmark_syntax_extension *extension = cmark_find_syntax_extension(extension_names[i]);
    if (extension != NULL) cmark_parser_attach_syntax_extension(parser, extension);
  }
  cmark_parser_feed(parser, text, length);
  cmark_node *root = cmark_parser_finish(parser);
  cmark_parser_free(parser);
  return root;
}

cm_document *cm_open(const char *text, size_t length) {
  pthread_once(&registration, cmark_gfm_core_extensions_ensure_registered);
  cm_document *document = calloc(1, sizeof *document);
  if (document == NULL) return NULL;
  pthread_mutex_lock(&parsing);
  document->root = parse(text, length);
  pthread_mutex_unlock(&parsing);
  if (document->root != NULL) document->walk = cmark_iter_new(document->root);
  if (document->walk == NULL) {
    cm_close(document);
    return NULL;
  }
  return document;
}

void cm_close(cm_document *document) {
  if (document == NULL) return;
  if (document->walk != NULL) cmark_iter_free(document->walk);
  if (document->root != NULL) cmark_node_free(document->root);
  free(document);
}

static int32_t children(cmark_node *node) {
  int32_t count = 0;
  for (cmark_node *child = cmark_node_first_child(node); child; child = cmark_node_next(child))
    count++;
  return count;
}

// The extensions' node types are numbers handed out at run time; their names are fixed.
static cm_kind extension_kind(const char *name) {
  if (strcmp(name, "table_cell") == 0) return CM_TABLE_CELL;
  if (strcmp(name, "table_row") == 0) return CM_TABLE_ROW;
  if (strcmp(name, "table_header") == 0) return CM_TABLE_ROW;
  if (strcmp(name, "table") == 0) return CM_TABLE;
  if (strcmp(name, "strikethrough") == 0) return CM_STRUCK;
  return CM_OTHER;
}

static cm_kind kind_of(cmark_node *node) {
  cmark_node_type type = cmark_node_get_type(node);
  if (type == CMARK_NODE_TEXT) return CM_TEXT;
  if (type == CMARK_NODE_SOFTBREAK) return CM_SOFT_BREAK;
  if (type == CMARK_NODE_LINEBREAK) return CM_HARD_BREAK;
  if (type == CMARK_NODE_CODE) return CM_CODE;
  if (type == CMARK_NODE_LINK) return CM_LINK;
  if (type == CMARK_NODE_EMPH) return CM_EMPHASIS;
  if (type == CMARK_NODE_STRONG) return CM_STRONG;
  if (type == CMARK_NODE_IMAGE) return CM_IMAGE;
  if (type == CMARK_NODE_HTML_INLINE) return CM_HTML;
  if (type == CMARK_NODE_FOOTNOTE_REFERENCE) return CM_FOOTNOTE_MARK;
  if (type == CMARK_NODE_PARAGRAPH) return CM_PARAGRAPH;
  if (type == CMARK_NODE_ITEM) return CM_ITEM;
  if (type == CMARK_NODE_LIST) return CM_LIST;
  if (type == CMARK_NODE_BLOCK_QUOTE) return CM_QUOTE;
  if (type == CMARK_NODE_HEADING) return CM_HEADING;
  if (type == CMARK_NODE_CODE_BLOCK) return CM_CODE_BLOCK;
  if (type == CMARK_NODE_HTML_BLOCK) return CM_HTML_BLOCK;
  if (type == CMARK_NODE_THEMATIC_BREAK) return CM_RULE;
  if (type == CMARK_NODE_FOOTNOTE_DEFINITION) return CM_FOOTNOTE;
  if (type == CMARK_NODE_DOCUMENT) return CM_DOCUMENT;
  return extension_kind(cmark_node_get_type_string(node));
}

static cm_task task_of(cmark_node *item) {
  if (strcmp(cmark_node_get_type_string(item), "tasklist") != 0) return CM_NOT_A_TASK;
  return cmark_gfm_extensions_get_tasklist_item_checked(item) ? CM_TASK_DONE : CM_TASK_OPEN;
}

static void fill(cm_event *event, cmark_node *node) {
  switch (event->kind) {
    case CM_TEXT:
    case CM_CODE:
    case CM_HTML:
    case CM_HTML_BLOCK:
    case CM_FOOTNOTE_MARK:
      event->text = cmark_node_get_literal(node);
      break;
    case CM_CODE_BLOCK:
      event->text = cmark_node_get_literal(node);
      event->language = cmark_node_get_fence_info(node);
      break;
    case CM_LINK:
    case CM_IMAGE:
      event->text = cmark_node_get_url(node);
      break;
    case CM_HEADING:
      event->number = cmark_node_get_heading_level(node);
      break;
    case CM_LIST:
      event->flag = cmark_node_get_list_tight(node);
      event->count = children(node);
      event->number = cmark_node_get_list_type(node) == CMARK_ORDERED_LIST
                          ? cmark_node_get_list_start(node)
                          : -1;
      break;
    case CM_ITEM:
      event->task = task_of(node);
      break;
    case CM_TABLE:
      event->count = cmark_gfm_extensions_get_table_columns(node);
      event->alignments = cmark_gfm_extensions_get_table_alignments(node);
      break;
    case CM_TABLE_ROW:
      event->flag = cmark_gfm_extensions_get_table_row_is_header(node);
      break;
    default:
      break;
  }
}

bool cm_next(cm_document *document, cm_event *event) {
  cmark_event_type step = cmark_iter_next(document->walk);
  if (step == CMARK_EVENT_DONE || step == CMARK_EVENT_NONE) return false;
  cmark_node *node = cmark_iter_get_node(document->walk);
  memset(event, 0, sizeof *event);
  event->kind = kind_of(node);
  event->enters = step == CMARK_EVENT_ENTER;
  if (event->enters) fill(event, node);
  return true;
}
