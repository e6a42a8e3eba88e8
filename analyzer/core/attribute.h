/* SPDX-License-Identifier: MIT */
#ifndef MIGVER_CORE_ATTRIBUTE_H
#define MIGVER_CORE_ATTRIBUTE_H

/*
 * What discovery finds: one struct attribute per attribute object of the
 * driver, whatever its C type, with its handlers and its ways into the tree.
 */

#include <stdbool.h>
#include <stddef.h>

#include "base/vec.h"
#include "core/loc.h"

/** struct attr_kind - a row of attributes.yaml: one C struct that makes a sysfs file. */
struct attr_kind {
	const char *id;		  /* "mdev-type", "device", "kobject" */
	const char *struct_name;  /* "struct mdev_type_attribute" */
	const char *attr_member;  /* member of type struct attribute: "attr" */
	const char *show_member;  /* "show" */
	const char *store_member; /* "store" */
	const char *node; /* "type", "device", "parent" or "other": where the file appears */
};

/** struct attr_era - how a file reveals the kernel API it was written for (contract.md 3). */
struct attr_era {
	const char *id;	     /* "A" .. "D" */
	int number;	     /* value of KRT_MDEV_ERA: 1 .. 4 */
	const char **idents; /* identifiers that only this era uses */
	size_t nidents;
};

/** struct attr_sink - a function or a struct member through which an attribute gets registered. */
struct attr_sink {
	const char
		*name; /* function: "device_create_file"; member: "struct attribute_group.attrs" */
	int arg;       /* function: number of the argument, from 0 */
	bool is_root;  /* the kernel looks here by itself; else it only passes things on */
	const char *node; /* node it puts attributes into, or NULL to keep the kind's */
};

struct attr_kinds {
	VEC(struct attr_kind) kinds;
	VEC(struct attr_era) eras;
	VEC(struct attr_sink) functions; /* registration calls */
	VEC(struct attr_sink) members;	 /* members of ops structs that reach the kernel */
	const char **support_idents;	 /* identifiers that show migration support (MV005) */
	size_t nsupport_idents;
	const char **mdev_register; /* functions that register an mdev parent (MV005) */
	size_t nmdev_register;
};

/** struct own_object - a static attribute: where its struct begins in a global. */
struct own_object {
	size_t unit, global; /* program->units[unit]->globals[global] */
	uint64_t base;
};

/** struct handler - one of show and store, as the attribute binds it. */
struct handler {
	const char *name;	/* NULL: none is bound */
	bool is_unknown;	/* bound at run time to something discovery can't name */
	bool has_body;		/* its definition is among the files given */
	size_t unit, func;	/* program->units[unit]->funcs[func], when name is set */
	const char *node;	/* the attribute's: whose objects it is handed; or NULL */
	const char *owner;	/* the struct that binds it: "struct device_attribute" */
	const char *sig;	/* its own prototype */
	const char *member_sig; /* the prototype of the struct's member */
	const char **names;	/* of the attributes found that it is bound to */
	size_t nnames;
	struct own_object *objects; /* those attributes, if all of them are static */
	size_t nobjects;
	struct loc bound; /* where it is bound */
	struct loc def;	  /* its name in its definition (or declaration) */
};

/** struct registration - one way by which the attribute reaches the kernel. */
struct registration {
	const char *text; /* "supported_type_groups of mdev_register_device()" */
	struct loc loc;	  /* of the last step, e.g. the call */
};

struct attribute {
	const char *name;   /* of the file in sysfs */
	const char *object; /* C expression of the object, e.g. "mv_attr", "attrs[2]" */
	const struct attr_kind *kind;
	const char *node; /* "type", "device", "parent", "other" */
	const char *era;  /* "A" .. "D", "device"; NULL if it can't be told */
	struct loc loc;	  /* of the definition, or of the run-time naming */
	bool mode_known;
	unsigned int mode; /* permission bits */
	bool is_static;	   /* then: */
	struct own_object place;
	struct handler show, store;
	VEC(struct registration) registrations;
	const char *registration_doubt; /* why an unregistered one may be registered after all, or
					   NULL */
	bool is_near_miss;		/* the name is not the one asked for, but nearly (MV006) */
	const char *meant;		/* then: the name that was probably meant */
	size_t driver;			/* program_driver() of its unit */
};

/** struct driver_facts - what MV005 needs of a driver without the attribute. */
struct driver_facts {
	size_t driver;
	bool has_attribute;
	const char *support; /* an identifier that shows migration support, or NULL */
	struct loc support_loc;
	bool registers_mdev;
	struct loc register_loc; /* of the mdev registration call */
};

#endif
