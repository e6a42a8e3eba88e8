// SPDX-License-Identifier: MIT
#include "model/model.h"

const struct model *model_find(const struct models *m, const char *name)
{
	return m->by_name ? map_get(m->by_name, name) : NULL;
}
