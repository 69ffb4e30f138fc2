#include "CCurses.h"

#include <errno.h>
#include <fcntl.h>
#include <ncurses.h>
#include <poll.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <sys/mman.h>
#include <term.h>
#include <termios.h>
#include <unistd.h>
#include <wchar.h>

static SCREEN *screen;
static FILE *input_file, *output_file;
static struct termios shell_modes;
static int output_fd, entered;
static int frame_fd = -1;
static int place_y, place_x, shows_cursor;
static char enter_modes[64], leave_modes[64];

enum { LARGEST = 1000 };

static void write_all(const char *bytes, size_t count) {
  while (count > 0) {
    ssize_t written = write(output_fd, bytes, count);
    if (written < 0 && errno == EINTR) continue;
    if (written < 0 && errno == EAGAIN) {
      struct pollfd full = {.fd = output_fd, .events = POLLOUT};
      poll(&full, 1, -1);
      continue;
    }
    if (written <= 0) return;
    bytes += written;
    count -= (size_t)written;
  }
}

// ncurses writes to the terminal at every move of the cursor, some seventy times a
// frame. So while it makes a frame its output goes to a file in memory, and from
// there to the terminal whole: half a frame is never seen. Without such a file it
// writes as it likes.
static void begin_frame(void) {
  if (frame_fd >= 0) dup3(frame_fd, fileno(output_file), O_CLOEXEC);
}

static void end_frame(void) {
  if (frame_fd < 0) return;
  dup3(output_fd, fileno(output_file), O_CLOEXEC);
  off_t size = lseek(frame_fd, 0, SEEK_CUR);
  if (size <= 0) return;
  void *bytes = mmap(NULL, (size_t)size, PROT_READ, MAP_SHARED, frame_fd, 0);
  if (bytes != MAP_FAILED) {
    write_all(bytes, (size_t)size);
    munmap(bytes, (size_t)size);
  }
  lseek(frame_fd, 0, SEEK_SET);
}

// Appends a capability without its padding ($<5>), which only real vt100s need.
static void append_capability(char *buffer, size_t size, const char *name) {
  const char *value = tigetstr(name);
  if (value == NULL || value == (char *)-1) return;
  size_t used = strlen(buffer);
  while (*value && used + 1 < size) {
    if (value[0] == '$' && value[1] == '<') {
      const char *end = strchr(value, '>');
      if (end) {
        value = end + 1;
        continue;
      }
    }
    buffer[used++] = *value++;
  }
  buffer[used] = 0;
}

static void prepare_restoration(int input) {
  char bytes[512] = "";
  append_capability(bytes, sizeof bytes, "sgr0");
  append_capability(bytes, sizeof bytes, "op");
  append_capability(bytes, sizeof bytes, "rmkx");
  append_capability(bytes, sizeof bytes, "cnorm");
  strncat(bytes, leave_modes, sizeof bytes - strlen(bytes) - 1);
  append_capability(bytes, sizeof bytes, "rmcup");
  strncat(bytes, "\r", sizeof bytes - strlen(bytes) - 1);
  cc_restoration(input, output_fd, bytes, (int)strlen(bytes));
}

int cc_open(const char *name, int input, int output, int mouse) {
  int found = 0;
  if (setupterm(name, output, &found) != OK) {
    return found == 1 ? CC_NO_CURSOR : CC_UNKNOWN_TERMINAL;
  }
  const char *placing = tigetstr("cup");
  if (placing == NULL || placing == (char *)-1) return CC_NO_CURSOR;
  if (tcgetattr(input, &shell_modes) != 0) return CC_FAILED;

  // Streams on copies, so that closing them leaves the caller's descriptors open.
  int input_copy = fcntl(input, F_DUPFD_CLOEXEC, 0);
  int output_copy = fcntl(output, F_DUPFD_CLOEXEC, 0);
  input_file = fdopen(input_copy, "r");
  output_file = fdopen(output_copy, "w");
  if (!input_file || !output_file) return CC_FAILED;
  output_fd = output;
  frame_fd = memfd_create("frame", MFD_CLOEXEC);
  snprintf(enter_modes, sizeof enter_modes, "\033[?2004h%s",
           mouse ? "\033[?1000h\033[?1006h" : "");
  snprintf(leave_modes, sizeof leave_modes, "\033[?2004l%s",
           mouse ? "\033[?1006l\033[?1000l" : "");
  prepare_restoration(input);
  cc_restore_on_death(1);

  use_tioctl(TRUE);
  screen = newterm(name, output_file, input_file);
  if (!screen) {
    cc_restore_on_death(0);
    return CC_FAILED;
  }
  raw();
  noecho();
  nonl();
  typeahead(-1);  // a frame is written whole, whatever is typed meanwhile
  entered = 1;
  write_all(enter_modes, strlen(enter_modes));
  shows_cursor = 0;
  curs_set(0);
  return CC_OPENED;
}

void cc_leave(void) {
  if (!screen || !entered) return;
  entered = 0;
  write_all(leave_modes, strlen(leave_modes));
  curs_set(1);
  endwin();
  tcsetattr(fileno(input_file), TCSADRAIN, &shell_modes);
  cc_restore_on_death(0);
}

void cc_enter(void) {
  if (!screen || entered) return;
  entered = 1;
  tcgetattr(fileno(input_file), &shell_modes);
  cc_restore_on_death(1);
  reset_prog_mode();
  write_all(enter_modes, strlen(enter_modes));
  clearok(curscr, TRUE);
  doupdate();  // enters the alternate screen
  curs_set(shows_cursor);
}

void cc_close(void) {
  cc_leave();
  if (screen) delscreen(screen);
  if (input_file) fclose(input_file);
  if (output_file) fclose(output_file);
  if (frame_fd >= 0) close(frame_fd);
  screen = NULL;
  input_file = output_file = NULL;
  frame_fd = -1;
}

int cc_colors(void) {
  if (!has_colors() || start_color() != OK) return 0;
  use_default_colors();
  return COLORS;
}

int cc_pair(int foreground, int background) {
  if (foreground < 0 && background < 0) return 0;
  int pair = alloc_pair(foreground, background);
  return pair < 0 ? 0 : pair;
}

static attr_t curses_attributes(int attributes) {
  return (attributes & 1 ? A_BOLD : 0) | (attributes & 2 ? A_DIM : 0) |
         (attributes & 4 ? A_ITALIC : 0) | (attributes & 8 ? A_UNDERLINE : 0) |
         (attributes & 16 ? A_REVERSE : 0);
}

void cc_put(int y, int x, const uint64_t *cells, int count, int attributes, int pair) {
  if (y < 0 || x < 0 || y >= LINES || x >= COLS) return;
  static cchar_t row[LARGEST];
  attr_t attrs = curses_attributes(attributes);
  if (count > COLS - x) count = COLS - x;
  if (count > LARGEST) count = LARGEST;
  int length = 0;
  for (int i = 0; i < count; i++) {
    if (cells[i] == 0) continue;  // ncurses makes the second half itself
    wchar_t text[4] = {0};
    for (int j = 0; j < 3; j++) text[j] = (wchar_t)(cells[i] >> (21 * j) & 0x1FFFFF);
    if (setcchar(&row[length], text, attrs, 0, &pair) != OK) {
      setcchar(&row[length], L"?", attrs, 0, &pair);
    }
    length++;
  }
  mvadd_wchnstr(y, x, row, length);
}

void cc_cursor(int y, int x, int visible) {
  place_y = y < 0 ? 0 : y >= LINES ? LINES - 1 : y;
  place_x = x < 0 ? 0 : x >= COLS ? COLS - 1 : x;
  if (visible != shows_cursor) curs_set(visible);
  shows_cursor = visible;
}

void cc_flush(void) {
  if (!entered) return;
  move(place_y, place_x);
  wnoutrefresh(stdscr);
  begin_frame();
  doupdate();
  end_frame();
}

void cc_anchor(int y, int x) {
  const char *placing = tigetstr("cup");
  if (placing == NULL || placing == (char *)-1) return;
  // Not putp(), which writes through stdio and so out of order.
  const char *bytes = tiparm(placing, y, x);
  if (bytes) write_all(bytes, strcspn(bytes, "$"));
}

void cc_repaint(void) {
  if (screen) clearok(curscr, TRUE);
}

void cc_resize(int rows, int cols) {
  if (!screen) return;
  resize_term(rows, cols);
  clearok(curscr, TRUE);
}

static int within(int value, int otherwise) {
  if (value <= 0) value = otherwise;
  return value > LARGEST ? LARGEST : value;
}

void cc_size(int output, int *rows, int *cols) {
  struct winsize size = {0};
  ioctl(output, TIOCGWINSZ, &size);
  *rows = within(size.ws_row, 24);
  *cols = within(size.ws_col, 80);
}
