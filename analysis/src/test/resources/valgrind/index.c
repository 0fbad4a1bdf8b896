/* Counts the words of made-up text. Version 1; version 2 is made of it with -DSLOW. */
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define BUCKETS 64

struct entry { char word[8]; long count; struct entry *next; };
static struct entry *table[BUCKETS];
static uint32_t state = 1;

static __attribute__((noinline)) uint32_t next_random(void) {
  state = state * 1664525u + 1013904223u;
  return state >> 16;
}

static __attribute__((noinline)) unsigned hash(const char *word) {
#ifdef SLOW
  return (unsigned char) word[0] % 4;
#else
  unsigned h = 5381;
  for (; *word; word++) h = h * 33 + (unsigned char) *word;
  return h % BUCKETS;
#endif
}

#ifdef SLOW
static __attribute__((noinline)) void normalize(char *word) {
  for (; *word; word++) if (*word >= 'A' && *word <= 'Z') *word += 32;
}
#endif

static __attribute__((noinline)) void count(const char *word) {
  unsigned bucket = hash(word);
  struct entry *each = table[bucket];
  while (each && strcmp(each->word, word) != 0) each = each->next;
  if (!each) {
    each = calloc(1, sizeof *each);
    strcpy(each->word, word);
    each->next = table[bucket];
    table[bucket] = each;
  }
  each->count++;
}

static __attribute__((noinline)) int fibonacci(int n) {
  return n < 2 ? n : fibonacci(n - 1) + fibonacci(n - 2);
}

int main(int argc, char **argv) {
  long words = argc > 1 ? atol(argv[1]) : 2000;
  char word[8];
  for (long i = 0; i < words; i++) {
    int length = 1 + next_random() % 3;
    for (int j = 0; j < length; j++) word[j] = 'a' + next_random() % 8;
    word[length] = 0;
#ifdef SLOW
    normalize(word);
#endif
    count(word);
  }
  return fibonacci(12) == 144 && table[1] ? 0 : 1;
}
