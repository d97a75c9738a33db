/* Loaded into `migrate`: kills it after as many calls of one kind as KILL_AFTER says, as a power
 * loss would, so that no test waits for a moment that it hopes to hit. */
#define _GNU_SOURCE
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <sys/syscall.h>
#include <sys/types.h>
#include <unistd.h>

static void made(const char *kind) {
    static long calls;
    const char *on = getenv("KILL_ON"), *after = getenv("KILL_AFTER");
    if (on && after && !strcmp(on, kind) && __sync_add_and_fetch(&calls, 1) == atol(after))
        kill(getpid(), SIGKILL);
}

int fsync(int file) {
    int failed = (int)syscall(SYS_fsync, file);
    made("sync");
    return failed;
}

int fdatasync(int file) {
    int failed = (int)syscall(SYS_fdatasync, file);
    made("sync");
    return failed;
}

ssize_t write(int file, const void *bytes, size_t length) {
    ssize_t written = syscall(SYS_write, file, bytes, length);
    if (file > 2) made("write");
    return written;
}

ssize_t pwrite64(int file, const void *bytes, size_t length, off64_t at) {
    ssize_t written = syscall(SYS_pwrite64, file, bytes, length, at);
    made("write");
    return written;
}

ssize_t send(int socket, const void *bytes, size_t length, int flags) {
    ssize_t sent = syscall(SYS_sendto, socket, bytes, length, flags, 0, 0);
    made("send");
    return sent;
}
