// The files of themes/ and data/ as they were when the program was built.
//
// C23's #embed puts them into the binary as they are, in a second for megabytes;
// an array literal in Swift takes minutes.
#ifndef CSHIPPED_H
#define CSHIPPED_H

#include <stddef.h>

typedef struct {
  // The path from the top of the repository: "themes/dusk.yaml".
  const char *_Nonnull path;
  const unsigned char *_Nonnull bytes;
  size_t count;
} CShippedFile;

// How many files there are.
int cshipped_count(void);

// One of them; the index must be in 0..<cshipped_count().
CShippedFile cshipped_file(int index);

#endif
