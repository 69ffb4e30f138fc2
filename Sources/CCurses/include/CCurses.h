// The narrow face of ncursesw: ints, bytes and packed cells.
//
// Swift sees neither the macros nor the variadic functions nor the globals of
// <ncurses.h>, so only the .c files of this target include it. One terminal at
// a time, used from one thread; the signal handlers are the exception and touch
// only what was prepared for them.
#ifndef CCURSES_H
#define CCURSES_H

#include <stdint.h>

// Takes the locale from the environment; 1 when its characters are UTF-8.
int cc_locale(void);

// Columns of a scalar as the C library counts them; -1 when it is not printable.
int cc_wcwidth(uint32_t scalar);

// ---- The screen (screen.c) ----

enum { CC_OPENED, CC_UNKNOWN_TERMINAL, CC_NO_CURSOR, CC_FAILED };

// Opens the terminal that is called `name` and enters it: raw mode, alternate
// screen, bracketed paste, and the mouse if asked.
int cc_open(const char *name, int input, int output, int mouse);

// Leaves the terminal as it was found, or enters it again; both may be repeated.
void cc_leave(void);
void cc_enter(void);

// Leaves for good and frees everything.
void cc_close(void);

// How many colours there are; 0 where there are none. Begins to use them.
int cc_colors(void);

// The pair of two palette indexes, -1 for the terminal's own colour.
int cc_pair(int foreground, int background);

// Puts cells into a row. A cell is a base scalar in the low 21 bits and up to
// two marks above it; 0 is the second half of a wide one. Attributes: bold 1,
// dim 2, italic 4, underline 8, reverse 16.
void cc_put(int y, int x, const uint64_t *cells, int count, int attributes, int pair);

// Where the cursor stands after the next flush, and whether it shows.
void cc_cursor(int y, int x, int visible);

// Writes what has changed.
void cc_flush(void);

// Tells the terminal the cursor's place, where ncurses believes it to be.
void cc_anchor(int y, int x);

// Has the next flush repaint everything.
void cc_repaint(void);

// Follows the terminal to another size.
void cc_resize(int rows, int cols);

// The size the kernel tells, else 80 x 24; at most 1000 either way.
void cc_size(int output, int *rows, int *cols);

// ---- Signals (signals.c) ----

// Catches signals; returns a descriptor from which their numbers can be read,
// a byte each, or -1. A signal that was ignored stays ignored.
int cc_signals_open(void);
void cc_signals_close(void);

// Stops the process group as ctrl-z does; returns when it is continued.
void cc_stop(void);

// Lets ctrl-z stop us directly while a child owns the screen, or not any more.
void cc_stop_directly(int directly);

// Waits until the terminal may be written: stops again in the background. With
// `take` it takes the foreground instead.
void cc_foreground(int input, int take);

// Ends the process by the signal, as if it had never been caught.
void cc_die(int number);

// What a fatal signal or exit() must write and set to leave the terminal whole;
// called by screen.c. `active` says whether there is anything to restore.
void cc_restoration(int input, int output, const char *bytes, int count);
void cc_restore_on_death(int active);

#endif
