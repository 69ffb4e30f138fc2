#include "CShipped.h"

static const unsigned char harbourline[] = {
#embed "../../data/demo/harbourline.ndjson"
};

static const unsigned char phrases[] = {
#embed "../../data/demo/phrases.json"
};

static const unsigned char updates[] = {
#embed "../../data/demo/updates.yaml"
};

static const unsigned char watches[] = {
#embed "../../data/demo/watches.yaml"
};

static const unsigned char keys[] = {
#embed "../../data/keys.yaml"
};

static const unsigned char schedule_schema[] = {
#embed "../../data/schedule.schema.json"
};

static const unsigned char schema[] = {
#embed "../../data/watchbill.schema.json"
};

static const unsigned char contrast[] = {
#embed "../../themes/contrast.yaml"
};

static const unsigned char day[] = {
#embed "../../themes/day.yaml"
};

static const unsigned char dusk[] = {
#embed "../../themes/dusk.yaml"
};

static const unsigned char plain[] = {
#embed "../../themes/plain.yaml"
};

// Sorted by path; a test compares the list with the folders.
static const CShippedFile files[] = {
    {"data/demo/harbourline.ndjson", harbourline, sizeof harbourline},
    {"data/demo/phrases.json", phrases, sizeof phrases},
    {"data/demo/updates.yaml", updates, sizeof updates},
    {"data/demo/watches.yaml", watches, sizeof watches},
    {"data/keys.yaml", keys, sizeof keys},
    {"data/schedule.schema.json", schedule_schema, sizeof schedule_schema},
    {"data/watchbill.schema.json", schema, sizeof schema},
    {"themes/contrast.yaml", contrast, sizeof contrast},
    {"themes/day.yaml", day, sizeof day},
    {"themes/dusk.yaml", dusk, sizeof dusk},
    {"themes/plain.yaml", plain, sizeof plain},
};

int cshipped_count(void) { return (int)(sizeof files / sizeof files[0]); }

CShippedFile cshipped_file(int index) { return files[index]; }
