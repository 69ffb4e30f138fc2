#include "CCurses.h"

#include <langinfo.h>
#include <locale.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>
#include <wchar.h>

// The name of the locale that the environment asks for.
static const char *wanted(void) {
  static const char *const names[] = {"LC_ALL", "LC_CTYPE", "LANG"};
  for (int i = 0; i < 3; i++) {
    const char *value = getenv(names[i]);
    if (value && *value) return value;
  }
  return "";
}

int cc_locale(void) {
  if (!setlocale(LC_CTYPE, "")) {
    // A UTF-8 locale that is not installed here: C.UTF-8 always is.
    const char *name = wanted();
    if (strcasestr(name, "utf-8") || strcasestr(name, "utf8")) setlocale(LC_CTYPE, "C.UTF-8");
  }
  return strcmp(nl_langinfo(CODESET), "UTF-8") == 0;
}

int cc_wcwidth(uint32_t scalar) { return wcwidth((wchar_t)scalar); }
