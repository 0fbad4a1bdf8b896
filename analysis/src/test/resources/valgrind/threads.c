/* Two threads that do different amounts of the same work. */
#include <pthread.h>

static volatile long sum;

static __attribute__((noinline)) void *work(void *times) {
  long own = 0;
  for (long i = 0; i < (long) times; i++) own += i * i;
  sum += own;
  return 0;
}

int main(void) {
  pthread_t first, second;
  pthread_create(&first, 0, work, (void *) 1000);
  pthread_join(first, 0);
  pthread_create(&second, 0, work, (void *) 3000);
  pthread_join(second, 0);
  return 0;
}
