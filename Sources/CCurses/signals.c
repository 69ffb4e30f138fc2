#include "CCurses.h"

#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <termios.h>
#include <unistd.h>

// What the handlers use: filled in before they can run, never freed.
static char restore_bytes[512];
static volatile sig_atomic_t restore_count, restore_active;
static int restore_input, restore_output;
static struct termios restore_modes;
static pid_t owner;
static int pipe_ends[2] = {-1, -1};

static const int reported[] = {SIGTERM, SIGHUP,  SIGINT, SIGQUIT,
                               SIGWINCH, SIGCONT, SIGTSTP};
static const int deadly[] = {SIGSEGV, SIGABRT, SIGILL, SIGTRAP, SIGBUS, SIGFPE};
enum { REPORTED = sizeof reported / sizeof *reported, DEADLY = sizeof deadly / sizeof *deadly };
static struct sigaction previous[REPORTED + DEADLY];

// Only async-signal-safe calls: this runs in the middle of anything.
static void restore(void) {
  if (!restore_active || getpid() != owner) return;
  restore_active = 0;
  const char *bytes = restore_bytes;
  size_t count = (size_t)restore_count;
  while (count > 0) {
    ssize_t written = write(restore_output, bytes, count);
    if (written <= 0) break;
    bytes += written;
    count -= (size_t)written;
  }
  tcsetattr(restore_input, TCSANOW, &restore_modes);
}

static void report(int number) {
  int saved = errno;
  unsigned char byte = (unsigned char)number;
  // A full pipe means that the loop has plenty to do already.
  (void)!write(pipe_ends[1], &byte, 1);
  errno = saved;
}

static void die(int number) {
  restore();
  signal(number, SIG_DFL);
  raise(number);
}

static void set_handler(int number, void (*handler)(int), int flags, struct sigaction *old) {
  struct sigaction action = {0};
  action.sa_handler = handler;
  action.sa_flags = flags;
  sigfillset(&action.sa_mask);
  sigaction(number, &action, old);
}

void cc_restoration(int input, int output, const char *bytes, int count) {
  restore_active = 0;
  restore_input = input;
  restore_output = output;
  owner = getpid();
  if (count > (int)sizeof restore_bytes) count = sizeof restore_bytes;
  memcpy(restore_bytes, bytes, (size_t)count);
  restore_count = count;
}

void cc_restore_on_death(int active) {
  if (active) tcgetattr(restore_input, &restore_modes);
  restore_active = active;
}

int cc_signals_open(void) {
  static int registered;
  if (pipe2(pipe_ends, O_CLOEXEC | O_NONBLOCK) != 0) return -1;
  // A stack of its own lets the handler run when the stack has overflowed.
  static char stack[16384];
  stack_t alternative = {.ss_sp = stack, .ss_size = sizeof stack};
  sigaltstack(&alternative, NULL);
  for (int i = 0; i < REPORTED; i++) {
    sigaction(reported[i], NULL, &previous[i]);
    if (previous[i].sa_handler == SIG_IGN) continue;
    set_handler(reported[i], report, SA_RESTART, NULL);
  }
  for (int i = 0; i < DEADLY; i++) {
    set_handler(deadly[i], die, SA_ONSTACK | SA_NODEFER, &previous[REPORTED + i]);
  }
  if (!registered) atexit(restore);
  registered = 1;
  return pipe_ends[0];
}

void cc_signals_close(void) {
  if (pipe_ends[0] < 0) return;
  for (int i = 0; i < REPORTED; i++) sigaction(reported[i], &previous[i], NULL);
  for (int i = 0; i < DEADLY; i++) sigaction(deadly[i], &previous[REPORTED + i], NULL);
  close(pipe_ends[0]);
  close(pipe_ends[1]);
  pipe_ends[0] = pipe_ends[1] = -1;
}

void cc_stop_directly(int directly) {
  if (previous[REPORTED - 1].sa_handler == SIG_IGN) return;
  set_handler(SIGTSTP, directly ? SIG_DFL : report, SA_RESTART, NULL);
}

void cc_stop(void) {
  cc_stop_directly(1);
  // SIGTSTP and not SIGSTOP: without a shell to continue us the kernel ignores it.
  kill(0, SIGTSTP);
  cc_stop_directly(0);
}

void cc_foreground(int input, int take) {
  struct termios modes;
  if (!take) {
    // In the background this stops us with SIGTTOU, which is what a shell expects.
    if (tcgetattr(input, &modes) != 0) return;
    int result;
    do result = tcsetattr(input, TCSADRAIN, &modes);
    while (result != 0 && errno == EINTR);
    if (result == 0) return;
  }
  if (tcgetpgrp(input) == getpgrp()) return;
  sigset_t blocked, old;
  sigemptyset(&blocked);
  sigaddset(&blocked, SIGTTOU);
  sigprocmask(SIG_BLOCK, &blocked, &old);
  tcsetpgrp(input, getpgrp());
  sigprocmask(SIG_SETMASK, &old, NULL);
}

void cc_die(int number) {
  signal(number, SIG_DFL);
  sigset_t mask;
  sigemptyset(&mask);
  sigaddset(&mask, number);
  sigprocmask(SIG_UNBLOCK, &mask, NULL);
  raise(number);
}
