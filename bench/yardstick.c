/* The bench city in C: what the engine does for it, as plainly as C allows. Reads the city from stdin; prints one line a replication.
   usage: yardstick seed replications < city.txt        Random numbers: sfc32, by cells of quantile tables as in the engine; with
   -DZIGGURAT as a C program would usually draw them, by the ziggurat of Marsaglia and Tsang (2000) and the exponential function. */
#include <math.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

enum { CELLS = 4096, MOST_SERVERS = 64, HOURS = 240, WAIT_BINS = 400000 };

typedef struct { uint32_t a, b, c, counter; } Stream;
typedef struct { int people, servers, lab; double travel; } Site;
typedef struct { double from, to, low, high; } Step;
typedef struct { double at; int tubes; } Load;

static int siteCount, labCount, machines, plateSize, poolSize, stepCount;
static double runTime, plateWait, pickup, mu, sigma;
static Site *sites;
static Step *steps;
static double body[CELLS + 1], tail[CELLS + 1], service[CELLS + 1];
static double *arrival;
static int *waits;
static int *shipped; /* tubes that wait at a site for each pick-up */
static Load *loads;

static inline uint32_t next(Stream *s) {
  uint32_t out = s->a + s->b + s->counter++;
  s->a = s->b ^ (s->b >> 9);
  s->b = s->c + (s->c << 3);
  s->c = ((s->c << 21) | (s->c >> 11)) + out;
  return out;
}

static uint32_t mix(uint32_t h) {
  h = (h ^ (h >> 16)) * 0x7feb352dU;
  h = (h ^ (h >> 15)) * 0x846ca68bU;
  return h ^ (h >> 16);
}

static Stream stream(uint32_t seed, uint32_t replication, uint32_t place, uint32_t purpose) {
  Stream s;
  s.a = mix(seed + 0x9e3779b9U);
  s.b = mix(s.a ^ (replication * 0x85ebca6bU + 1));
  s.c = mix(s.b ^ (place * 0xc2b2ae35U + purpose));
  s.counter = 1;
  for (int i = 0; i < 12; i++) next(&s);
  return s;
}

static inline double inCell(const double *table, uint32_t bits) {
  uint32_t cell = bits >> 20;
  double low = table[cell];
  return low + (bits & 0xfffffU) * 0x1p-20 * (table[cell + 1] - low);
}

#ifdef ZIGGURAT
enum { LAYERS = 256 };
static double normalEdge[LAYERS + 1], normalHeight[LAYERS + 1], expEdge[LAYERS + 1], expHeight[LAYERS + 1];

static double bell(double x) { return exp(-0.5 * x * x); }
static double decay(double x) { return exp(-x); }
static double bellAt(double y) { return sqrt(-2 * log(y)); }
static double decayAt(double y) { return -log(y); }

/* Layers of one area each under a falling density, the lowest with the tail from r on. */
static void buildLayers(double *edge, double *height, double r, double area, double (*density)(double), double (*inverse)(double)) {
  edge[0] = area / density(r);
  edge[1] = r;
  for (int i = 2; i < LAYERS; i++) edge[i] = inverse(density(edge[i - 1]) + area / edge[i - 1]);
  edge[LAYERS] = 0;
  for (int i = 0; i <= LAYERS; i++) height[i] = density(edge[i]);
}

static inline double unit(Stream *s) { return (next(s) + 0.5) * 0x1p-32; }

static double exponential(Stream *s) {
  double shift = 0;
  for (;;) {
    uint32_t bits = next(s), i = bits & (LAYERS - 1);
    double x = (bits >> 8) * 0x1p-24 * expEdge[i];
    if (x < expEdge[i + 1]) return shift + x;
    if (i == 0) shift += expEdge[1];
    else if (expHeight[i] + unit(s) * (expHeight[i + 1] - expHeight[i]) < decay(x)) return shift + x;
  }
}

static double normal(Stream *s) {
  for (;;) {
    uint32_t bits = next(s), i = bits & (LAYERS - 1);
    double x = (int32_t)(bits & ~(uint32_t)(LAYERS - 1)) * 0x1p-31 * normalEdge[i];
    if (fabs(x) < normalEdge[i + 1]) return x;
    if (i == 0) {
      double a, b;
      do {
        a = -log(unit(s)) / normalEdge[1];
        b = -log(unit(s));
      } while (2 * b < a * a);
      return x < 0 ? -normalEdge[1] - a : normalEdge[1] + a;
    }
    if (normalHeight[i] + unit(s) * (normalHeight[i + 1] - normalHeight[i]) < bell(x)) return x;
  }
}

static inline double serviceTime(Stream *s) { return exp(mu + sigma * normal(s)); }

static void prepareDraws(void) {
  buildLayers(normalEdge, normalHeight, 3.6541528853610088, 0.00492867323399, bell, bellAt);
  buildLayers(expEdge, expHeight, 7.69711747013104972, 0.0039496598225815571993, decay, decayAt);
}
#else
static double exponential(Stream *s) {
  uint32_t bits = next(s);
  if ((bits >> 20) < CELLS - 1) return inCell(body, bits);
  bits = next(s);
  if ((bits >> 20) < CELLS - 1) return inCell(tail, bits);
  return tail[CELLS - 1] - log((next(s) + 0.5) * 0x1p-32);
}

/* Normal quantile by bisection of the error function: only for the table. */
static double normalQuantile(double p) {
  double low = -9, high = 9;
  for (int i = 0; i < 80; i++) {
    double middle = (low + high) / 2;
    if (0.5 * erfc(-middle * M_SQRT1_2) < p) low = middle;
    else high = middle;
  }
  return (low + high) / 2;
}

static inline double serviceTime(Stream *s) { return inCell(service, next(s)); }

static void prepareDraws(void) {
  double mean = 0, wanted = exp(mu + sigma * sigma / 2);
  for (int i = 0; i < CELLS; i++) {
    body[i] = -log(1 - i / (double)CELLS);
    tail[i] = -log((1 - i / (double)CELLS) / CELLS);
    service[i] = exp(mu + sigma * normalQuantile(i == 0 ? 0.25 / CELLS : i / (double)CELLS));
  }
  body[CELLS] = tail[CELLS] = 0;
  service[CELLS] = service[CELLS - 1];
  for (int i = 0; i < CELLS; i++) mean += (service[i] + service[i + 1]) / (2.0 * CELLS);
  service[CELLS] += 2.0 * CELLS * (wanted - mean);
}
#endif

/* Sorted arrival instants of a site's people: uniform shares from exponential spacings, then through the arrival steps. */
static void drawArrivals(uint32_t seed, uint32_t replication, int i) {
  Stream s = stream(seed, replication, i, 1);
  int people = sites[i].people, step = 0;
  double sum = 0;
  for (int j = 0; j < people; j++) arrival[j] = sum += exponential(&s);
  double share = 1 / (sum + exponential(&s));
  double from = steps[0].from, low = steps[0].low, high = steps[0].high, slope = (steps[0].to - from) / (high - low);
  for (int j = 0; j < people; j++) {
    double u = arrival[j] * share;
    while (u >= high && step < stepCount - 1) {
      step++;
      from = steps[step].from;
      low = steps[step].low;
      high = steps[step].high;
      slope = (steps[step].to - from) / (high - low);
    }
    arrival[j] = from + (u - low) * slope;
  }
}

/* Next-free-server recursion; the servers' ends are kept in order. The server that takes the next person is always the one that ended
   first, so its last end is the next specimen in the order of ends. Returns the end of the last service. */
static inline double serve(uint32_t seed, uint32_t replication, int i, int servers, double *waitSum) {
  Stream s = stream(seed, replication, i, 2);
  double end[MOST_SERVERS] = {0}, sum = 0, perPickup = 1 / pickup;
  int people = sites[i].people, skip = servers, inTube = 0, *ship = shipped + (size_t)i * HOURS;
  for (int j = 0; j < people; j++) {
    double free = end[0];
    if (skip > 0) skip--;
    else if (++inTube == poolSize) {
      inTube = 0;
      ship[(int)ceil(free * perPickup)]++;
    }
    double start = arrival[j] > free ? arrival[j] : free, wait = start - arrival[j], last = start + serviceTime(&s);
    for (int k = 1; k < servers; k++) {
      end[k - 1] = last < end[k] ? last : end[k];
      last = last < end[k] ? end[k] : last;
    }
    end[servers - 1] = last;
    sum += wait;
    waits[(int)wait]++;
  }
  for (int k = skip; k < servers; k++)
    if (++inTube == poolSize || k == servers - 1) {
      inTube = 0;
      ship[(int)ceil(end[k] * perPickup)]++;
    }
  *waitSum += sum;
  return end[servers - 1];
}

static int byInstant(const void *x, const void *y) {
  double a = ((const Load *)x)->at, b = ((const Load *)y)->at;
  return (a > b) - (a < b);
}

/* One lab: plates of tubes, closed when full or after their waiting time, first come first served by its machines; all runs last equally
   long, so the machine that is free first is always the next in turn. */
static double runLab(int lab, long *tubes, long *plates) {
  static double machineFree[4096];
  int count = 0, next = 0, open = 0;
  double openedAt = 0, finish = 0;
  memset(machineFree, 0, sizeof machineFree);
  for (int i = 0; i < siteCount; i++) {
    if (sites[i].lab != lab) continue;
    for (int h = 0; h < HOURS; h++)
      if (shipped[(size_t)i * HOURS + h] > 0) loads[count++] = (Load){h * pickup + sites[i].travel, shipped[(size_t)i * HOURS + h]};
  }
  qsort(loads, count, sizeof(Load), byInstant);
  for (int k = 0; k <= count; k++) {
    double at = k < count ? loads[k].at : INFINITY;
    int left = k < count ? loads[k].tubes : 0;
    *tubes += left;
    for (;;) {
      double closes = openedAt + plateWait;
      int isDue = open > 0 && closes < at;
      if (!isDue && left == 0) break;
      if (!isDue) {
        if (open == 0) openedAt = at;
        int room = plateSize - open, added = left < room ? left : room;
        open += added;
        left -= added;
        if (open < plateSize) continue;
        closes = at;
      }
      double start = closes > machineFree[next] ? closes : machineFree[next];
      machineFree[next] = start + runTime;
      if (machineFree[next] > finish) finish = machineFree[next];
      next = (next + 1) % machines;
      open = 0;
      ++*plates;
    }
  }
  return finish;
}

/* Processor time, which neighbours on the machine disturb least. */
static double now(void) {
  struct timespec t;
  clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &t);
  return t.tv_sec * 1e3 + t.tv_nsec * 1e-6;
}

static double readCity(void) {
  double people = 0;
  int most = 0;
  if (scanf("%d %d %d %d %lf %lf %d %lf %lf %lf %d", &siteCount, &labCount, &machines, &plateSize, &runTime, &plateWait, &poolSize, &pickup, &mu,
            &sigma, &stepCount) != 11 || machines > 4096)
    exit(1);
  sites = malloc(sizeof(Site) * siteCount);
  steps = malloc(sizeof(Step) * stepCount);
  for (int i = 0; i < siteCount; i++) {
    if (scanf("%d %d %d %lf", &sites[i].people, &sites[i].servers, &sites[i].lab, &sites[i].travel) != 4 || sites[i].servers > MOST_SERVERS) exit(1);
    people += sites[i].people;
    if (sites[i].people > most) most = sites[i].people;
  }
  for (int k = 0; k < stepCount; k++)
    if (scanf("%lf %lf %lf %lf", &steps[k].from, &steps[k].to, &steps[k].low, &steps[k].high) != 4) exit(1);
  arrival = malloc(sizeof(double) * most);
  waits = malloc(sizeof(int) * WAIT_BINS);
  shipped = malloc(sizeof(int) * siteCount * HOURS);
  loads = malloc(sizeof(Load) * siteCount * HOURS);
  return people;
}

int main(int argc, char **argv) {
  uint32_t seed = argc > 1 ? atoi(argv[1]) : 1;
  int replications = argc > 2 ? atoi(argv[2]) : 1;
  double people = readCity();
  prepareDraws();
  for (int r = 0; r < replications; r++) {
    double began = now(), waitSum = 0, sampled = 0, resulted = 0;
    long tubes = 0, plates = 0;
    memset(waits, 0, sizeof(int) * WAIT_BINS);
    memset(shipped, 0, sizeof(int) * siteCount * HOURS);
    for (int i = 0; i < siteCount; i++) {
      drawArrivals(seed, r, i);
      int c = sites[i].servers;
      double last = c == 1   ? serve(seed, r, i, 1, &waitSum)
                    : c == 2 ? serve(seed, r, i, 2, &waitSum)
                    : c == 3 ? serve(seed, r, i, 3, &waitSum)
                             : serve(seed, r, i, c, &waitSum);
      if (last > sampled) sampled = last;
    }
    for (int lab = 0; lab < labCount; lab++) {
      double finish = runLab(lab, &tubes, &plates);
      if (finish > resulted) resulted = finish;
    }
    long left = (long)ceil(0.95 * people);
    int bin = 0;
    while (left > waits[bin]) left -= waits[bin++];
    double p95 = bin + left / (double)waits[bin], ms = now() - began;
    printf("{\"meanWaitSeconds\":%.9g,\"p95WaitSeconds\":%.9g,\"samplingEndsHours\":%.9g,\"resultsEndHours\":%.9g,\"tubes\":%ld,\"plates\":%ld,\"ms\":%.4f}\n",
           waitSum / people, p95, sampled / 3600, resulted / 3600, tubes, plates, ms);
  }
  return 0;
}
