/*
 * Force-included when better-sqlite3 is built for the development runtime (Electron 25: Node-API 8).
 *
 * better-sqlite3 13 is written for Node-API 10. The one thing of it that version 8 lacks is a reference to a
 * primitive value (it keeps its constant strings that way): before version 10 a reference can hold an object,
 * function, symbol or external only. Here a primitive is put into a box and taken out when it is asked for; a type
 * tag tells a box from the objects and arrays that better-sqlite3 keeps (an aggregate's start value, for one).
 * The result runs in every later Node and Electron as well, because Node-API only ever grows.
 */
#ifdef __cplusplus
#include <node_api.h>

/* Any random number will do. */
static const napi_type_tag parlor_box_tag = {0x5d8c1b7fe24a4f06ULL, 0x9a3e60c4b1d27f85ULL};

static inline napi_status parlor_create_reference(napi_env env, napi_value value, uint32_t count, napi_ref* result) {
  napi_valuetype type;
  napi_status status = napi_typeof(env, value, &type);
  if (status != napi_ok) return status;
  if (type == napi_object || type == napi_function || type == napi_symbol || type == napi_external) {
    return napi_create_reference(env, value, count, result);
  }
  napi_value box;
  if ((status = napi_create_object(env, &box)) != napi_ok) return status;
  if ((status = napi_type_tag_object(env, box, &parlor_box_tag)) != napi_ok) return status;
  if ((status = napi_set_element(env, box, 0, value)) != napi_ok) return status;
  return napi_create_reference(env, box, count, result);
}

static inline napi_status parlor_get_reference_value(napi_env env, napi_ref reference, napi_value* result) {
  napi_value held = nullptr;
  napi_status status = napi_get_reference_value(env, reference, &held);
  if (status != napi_ok || held == nullptr) {
    *result = held;
    return status;
  }
  napi_valuetype type;
  bool is_box = false;
  if ((status = napi_typeof(env, held, &type)) != napi_ok) return status;
  if (type == napi_object && (status = napi_check_object_type_tag(env, held, &parlor_box_tag, &is_box)) != napi_ok) {
    return status;
  }
  if (is_box) return napi_get_element(env, held, 0, result);
  *result = held;
  return napi_ok;
}

#define napi_create_reference parlor_create_reference
#define napi_get_reference_value parlor_get_reference_value
#endif
