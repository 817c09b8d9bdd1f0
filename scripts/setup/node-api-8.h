/*
 * Force-included when better-sqlite3 is built for the development runtime (Electron 25: Node-API 8).
 *
 * better-sqlite3 13 is written for Node-API 10. The one thing of it that version 8 lacks is a reference to a
 * primitive value (it keeps strings that way): before version 10 references can hold objects, functions, symbols
 * and externals only. Here a primitive is put into a two-element array, and taken out again when it is asked for.
 * The result runs in every later Node and Electron as well, because Node-API only ever grows.
 */
#ifdef __cplusplus
#include <node_api.h>

static inline napi_status parlor_create_reference(napi_env env, napi_value value, uint32_t count, napi_ref* result) {
  napi_valuetype type;
  napi_status status = napi_typeof(env, value, &type);
  if (status != napi_ok) return status;
  if (type == napi_object || type == napi_function || type == napi_symbol || type == napi_external) {
    return napi_create_reference(env, value, count, result);
  }
  napi_value box;
  napi_value tag;
  if ((status = napi_create_array_with_length(env, 2, &box)) != napi_ok) return status;
  if ((status = napi_get_boolean(env, true, &tag)) != napi_ok) return status;
  if ((status = napi_set_element(env, box, 0, tag)) != napi_ok) return status;
  if ((status = napi_set_element(env, box, 1, value)) != napi_ok) return status;
  return napi_create_reference(env, box, count, result);
}

/* better-sqlite3 keeps no reference to an array of its own, so an array found here is always one of the boxes. */
static inline napi_status parlor_get_reference_value(napi_env env, napi_ref reference, napi_value* result) {
  napi_status status = napi_get_reference_value(env, reference, result);
  if (status != napi_ok || *result == nullptr) return status;
  napi_valuetype type;
  if (napi_typeof(env, *result, &type) != napi_ok || type != napi_object) return status;
  bool is_box = false;
  napi_is_array(env, *result, &is_box);
  if (!is_box) return status;
  napi_value value;
  if ((status = napi_get_element(env, *result, 1, &value)) == napi_ok) *result = value;
  return status;
}

#define napi_create_reference parlor_create_reference
#define napi_get_reference_value parlor_get_reference_value
#endif
