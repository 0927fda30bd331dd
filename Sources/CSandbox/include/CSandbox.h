// What the workers need of the system and Swift cannot call: variadic functions, macros, and what must not allocate.
//
// Every function gives 0 or a positive value, or the negative errno.
#pragma once
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <sys/types.h>

// Where a child finds its two descriptors, see Spawn.c.
enum { DAYBOOK_CHANNEL = 3, DAYBOOK_LIFELINE = 4 };

// How a child ends that had no memory left, see Crash.c. Above what shells and sysexits.h use, below 128 + signal.
enum { DAYBOOK_EXIT_MEMORY = 99 };

// MARK: Spawn.c, in the supervisor

struct daybook_ending {
  int code;    // exit code, where it ended by itself
  int signal;  // or the signal that ended it, else 0
};

pid_t daybook_spawn(
    const char *program, char *const arguments[], char *const environment[], int channel, int lifeline);
/// 1 when the child has ended and `ending` says how, 0 while it runs.
int daybook_reap(pid_t pid, bool wait, struct daybook_ending *ending);
/// Milliseconds of CPU time that a process has used.
int64_t daybook_cpu_milliseconds(pid_t pid);
/// Ends a process (SIGXCPU) once it has used so many seconds of CPU time in its whole life.
int daybook_limit_cpu(pid_t pid, int64_t seconds);

// MARK: Descriptors.c

/// Opens a regular file for reading; its size comes back in `size`. A link as the last name, a FIFO or a folder is an error.
int daybook_open_input(const char *path, int64_t *size);
/// Opens the file behind a descriptor once more, for reading and with an offset of its own.
int daybook_reopen_input(int descriptor, int64_t *size);
/// A sealed file in memory that holds `count` bytes.
int daybook_memory_file(const void *bytes, size_t count);
/// Two ends of a stream, both closed on exec; `ends[0]` never blocks.
int daybook_channel(int ends[2]);
/// A pipe whose ends are closed on exec.
int daybook_lifeline(int ends[2]);

// MARK: Messages.c

/// Sends what fits of `bytes` without blocking; a descriptor of 0 or more travels with the first byte.
ssize_t daybook_send(int channel, const void *bytes, size_t count, int descriptor);
/// Receives up to `count` bytes; a descriptor that came along is put into `descriptor`, else that is left alone.
ssize_t daybook_receive(int channel, void *bytes, size_t count, int *descriptor);

// MARK: in the child, in this order

int daybook_is_channel(int descriptor);                                         // Lifeline.c
int daybook_die_with(int lifeline);                                             // Lifeline.c
int daybook_meter_open(void);                                                   // Meter.c
int daybook_catch_crashes(uint64_t address_space);                              // Crash.c
int daybook_limit_self(uint64_t address_space, uint64_t files);                 // Privileges.c
int daybook_leave_namespaces(void);                                             // Privileges.c
int daybook_drop_capabilities(void);                                            // Privileges.c
int daybook_hide_memory(void);                                                  // Privileges.c
int daybook_no_new_privileges(void);                                            // Privileges.c
int daybook_thread_count(void);                                                 // Privileges.c
/// The Landlock version in force from now on. `readable`: paths, NULL behind the last; those that do not exist are left out.
int daybook_landlock(const char *const readable[]);                             // Landlock.c
int daybook_seccomp(void);                                                      // Seccomp.c

struct daybook_memory {
  int64_t peak_kib;      // most resident memory since the meter was reset
  int64_t resident_kib;  // resident memory now
};

int daybook_meter_reset(void);                            // Meter.c
int daybook_meter_read(struct daybook_memory *memory);    // Meter.c
