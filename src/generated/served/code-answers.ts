// @ts-nocheck
// Printed from src/services/code/contract.ts by `npm run generate`. Change that file instead.
import Serialiser from 'fast-json-stringify/lib/serializer.js';

const serialiser = new Serialiser({});
export const importCodes = (function anonymous(validator,serializer
) {

    
const {
  asString,
  asNumber,
  asBoolean,
  asDateTime,
  asDate,
  asTime,
  asUnsafeString,
  asPlainStringArray
} = serializer

const asInteger = serializer.asInteger.bind(serializer)


    const JSON_STR_BEGIN_OBJECT = '{'
    const JSON_STR_END_OBJECT = '}'
    const JSON_STR_BEGIN_ARRAY = '['
    const JSON_STR_END_ARRAY = ']'
    const JSON_STR_COMMA = ','
    const JSON_STR_COLONS = ':'
    const JSON_STR_QUOTE = '"'
    const JSON_STR_EMPTY_OBJECT = JSON_STR_BEGIN_OBJECT + JSON_STR_END_OBJECT
    const JSON_STR_EMPTY_ARRAY = JSON_STR_BEGIN_ARRAY + JSON_STR_END_ARRAY
    const JSON_STR_EMPTY_STRING = JSON_STR_QUOTE + JSON_STR_QUOTE
    const JSON_STR_NULL = 'null'
    
  
    
    function anonymous1 (obj) {
      // "#/properties/duplicates"
      let json = ''
  
    if (obj === null) return JSON_STR_EMPTY_ARRAY
    if (!Array.isArray(obj)) {
      throw new TypeError("The value of '#/properties/duplicates' does not match schema definition.")
    }
    const arrayLength = obj.length
  
        // Copying small arrays costs more than the existing loop.
        if (typeof arrayLength === 'number' && arrayLength >= 512 && Number.isInteger(arrayLength) && arrayLength <= 0xffffffff) {
          const copy = new Array(arrayLength)
          // V8's side-effect-free JSON.stringify fast path (V8 >= 13.8) requires
          // the standard Array.prototype; a null prototype halves its throughput.
          // Only detach the prototype when a toJSON hook would otherwise be called.
          if (Array.prototype.toJSON !== undefined) Object.setPrototypeOf(copy, null)
          for (let i = 0; i < arrayLength; i++) {
            const v = obj[i]
            if (!(Number.isInteger(v))) {
              // Serialize the captured prefix, then resume at the first miss.
              // Never reread getters or read ahead of an item's coercion.
              copy.length = i
              json = JSON.stringify(copy).slice(0, -1)
              if (i > 0) json += JSON_STR_COMMA
              json += asInteger(v)
              for (i++; i < arrayLength; i++) {
                json += JSON_STR_COMMA
                const v = obj[i]
                json += asInteger(v)
              }
              return json + JSON_STR_END_ARRAY
            }
            copy[i] = v
          }
          return JSON.stringify(copy)
        }
      
    json += JSON_STR_BEGIN_ARRAY
  
      if (arrayLength > 0) {
        const value = obj[0]
        json += asInteger(value)
        for (let i = 1; i < arrayLength; i++) {
          json += JSON_STR_COMMA
          const value = obj[i]
          json += asInteger(value)
        }
      }
      return json + JSON_STR_END_ARRAY
    }

      // "#"
      function anonymous0 (input) {
        const obj = (input && typeof input.toJSON === 'function')
    ? input.toJSON()
    : input
  
        if (obj === null) return JSON_STR_EMPTY_OBJECT
        let json = ''

        
      const value_imported_1 = obj["imported"]
      if (value_imported_1 !== undefined) {
        json += "{\"imported\":"
        json += asInteger(value_imported_1)
      } else {
        throw new Error('"imported" is required!')
      }
      
      const value_duplicates_2 = obj["duplicates"]
      if (value_duplicates_2 !== undefined) {
        json += ",\"duplicates\":"
        json += anonymous1(value_duplicates_2)
      } else {
        throw new Error('"duplicates" is required!')
      }
      
return json + JSON_STR_END_OBJECT

      }
    
    const main = anonymous0
    return main
    
})(null, serialiser);

export const generateCodes = (function anonymous(validator,serializer
) {

    
const {
  asString,
  asNumber,
  asBoolean,
  asDateTime,
  asDate,
  asTime,
  asUnsafeString,
  asPlainStringArray
} = serializer

const asInteger = serializer.asInteger.bind(serializer)


    const JSON_STR_BEGIN_OBJECT = '{'
    const JSON_STR_END_OBJECT = '}'
    const JSON_STR_BEGIN_ARRAY = '['
    const JSON_STR_END_ARRAY = ']'
    const JSON_STR_COMMA = ','
    const JSON_STR_COLONS = ':'
    const JSON_STR_QUOTE = '"'
    const JSON_STR_EMPTY_OBJECT = JSON_STR_BEGIN_OBJECT + JSON_STR_END_OBJECT
    const JSON_STR_EMPTY_ARRAY = JSON_STR_BEGIN_ARRAY + JSON_STR_END_ARRAY
    const JSON_STR_EMPTY_STRING = JSON_STR_QUOTE + JSON_STR_QUOTE
    const JSON_STR_NULL = 'null'
    
  
    
      // "#"
      function anonymous0 (input) {
        const obj = (input && typeof input.toJSON === 'function')
    ? input.toJSON()
    : input
  
        if (obj === null) return JSON_STR_EMPTY_OBJECT
        let json = ''

        
      const value_generated_1 = obj["generated"]
      if (value_generated_1 !== undefined) {
        json += "{\"generated\":"
        json += asInteger(value_generated_1)
      } else {
        throw new Error('"generated" is required!')
      }
      
return json + JSON_STR_END_OBJECT

      }
    
    const main = anonymous0
    return main
    
})(null, serialiser);

export const reserveCodes = (function anonymous(validator,serializer
) {

    
const {
  asString,
  asNumber,
  asBoolean,
  asDateTime,
  asDate,
  asTime,
  asUnsafeString,
  asPlainStringArray
} = serializer

const asInteger = serializer.asInteger.bind(serializer)


    const JSON_STR_BEGIN_OBJECT = '{'
    const JSON_STR_END_OBJECT = '}'
    const JSON_STR_BEGIN_ARRAY = '['
    const JSON_STR_END_ARRAY = ']'
    const JSON_STR_COMMA = ','
    const JSON_STR_COLONS = ':'
    const JSON_STR_QUOTE = '"'
    const JSON_STR_EMPTY_OBJECT = JSON_STR_BEGIN_OBJECT + JSON_STR_END_OBJECT
    const JSON_STR_EMPTY_ARRAY = JSON_STR_BEGIN_ARRAY + JSON_STR_END_ARRAY
    const JSON_STR_EMPTY_STRING = JSON_STR_QUOTE + JSON_STR_QUOTE
    const JSON_STR_NULL = 'null'
    
  
    
    function anonymous1 (obj) {
      // "#/properties/codes"
      let json = ''
  
    if (obj === null) return JSON_STR_EMPTY_ARRAY
    if (!Array.isArray(obj)) {
      throw new TypeError("The value of '#/properties/codes' does not match schema definition.")
    }
    const arrayLength = obj.length
  
      if (typeof arrayLength === 'number' && arrayLength >= 8 && Number.isInteger(arrayLength) && arrayLength <= 0xffffffff) {
        return asPlainStringArray(obj, arrayLength)
      }
      
    json += JSON_STR_BEGIN_ARRAY
  
      if (arrayLength > 0) {
        const value = obj[0]
        
        if (typeof value !== 'string') {
          if (value === null) {
            json += JSON_STR_EMPTY_STRING
          } else if (value instanceof Date) {
            json += JSON_STR_QUOTE + value.toISOString() + JSON_STR_QUOTE
          } else if (value instanceof RegExp) {
            json += asString(value.source)
          } else {
            json += asString(value.toString())
          }
        } else {
          json += asString(value)
        }
        
        for (let i = 1; i < arrayLength; i++) {
          json += JSON_STR_COMMA
          const value = obj[i]
          
        if (typeof value !== 'string') {
          if (value === null) {
            json += JSON_STR_EMPTY_STRING
          } else if (value instanceof Date) {
            json += JSON_STR_QUOTE + value.toISOString() + JSON_STR_QUOTE
          } else if (value instanceof RegExp) {
            json += asString(value.source)
          } else {
            json += asString(value.toString())
          }
        } else {
          json += asString(value)
        }
        
        }
      }
      return json + JSON_STR_END_ARRAY
    }

      // "#"
      function anonymous0 (input) {
        const obj = (input && typeof input.toJSON === 'function')
    ? input.toJSON()
    : input
  
        if (obj === null) return JSON_STR_EMPTY_OBJECT
        let json = ''

        
      const value_reservationId_1 = obj["reservationId"]
      if (value_reservationId_1 !== undefined) {
        json += "{\"reservationId\":"
        
          if (value_reservationId_1 === null) {
            json += JSON_STR_NULL
          }
          
          else if(
            typeof value_reservationId_1 === "string" ||
            value_reservationId_1 === null ||
            value_reservationId_1 instanceof Date ||
            value_reservationId_1 instanceof RegExp ||
            (
              typeof value_reservationId_1 === "object" &&
              typeof value_reservationId_1.toString === "function" &&
              value_reservationId_1.toString !== Object.prototype.toString
            )
          ) {
            
        if (typeof value_reservationId_1 !== 'string') {
          if (value_reservationId_1 === null) {
            json += JSON_STR_EMPTY_STRING
          } else if (value_reservationId_1 instanceof Date) {
            json += JSON_STR_QUOTE + value_reservationId_1.toISOString() + JSON_STR_QUOTE
          } else if (value_reservationId_1 instanceof RegExp) {
            json += asString(value_reservationId_1.source)
          } else {
            json += asString(value_reservationId_1.toString())
          }
        } else {
          json += asString(value_reservationId_1)
        }
        
          }
        
    else throw new TypeError("The value of '#/properties/reservationId' does not match schema definition.")
  
      } else {
        throw new Error('"reservationId" is required!')
      }
      
      const value_codes_2 = obj["codes"]
      if (value_codes_2 !== undefined) {
        json += ",\"codes\":"
        json += anonymous1(value_codes_2)
      } else {
        throw new Error('"codes" is required!')
      }
      
      const value_shortfall_3 = obj["shortfall"]
      if (value_shortfall_3 !== undefined) {
        json += ",\"shortfall\":"
        json += asInteger(value_shortfall_3)
      } else {
        throw new Error('"shortfall" is required!')
      }
      
      const value_expiresAt_4 = obj["expiresAt"]
      if (value_expiresAt_4 !== undefined) {
        json += ",\"expiresAt\":"
        
          if (value_expiresAt_4 === null) {
            json += JSON_STR_NULL
          }
          
          else if(
            typeof value_expiresAt_4 === "string" ||
            value_expiresAt_4 === null ||
            value_expiresAt_4 instanceof Date ||
            value_expiresAt_4 instanceof RegExp ||
            (
              typeof value_expiresAt_4 === "object" &&
              typeof value_expiresAt_4.toString === "function" &&
              value_expiresAt_4.toString !== Object.prototype.toString
            )
          ) {
            json += asDateTime(value_expiresAt_4)
          }
        
    else throw new TypeError("The value of '#/properties/expiresAt' does not match schema definition.")
  
      } else {
        throw new Error('"expiresAt" is required!')
      }
      
return json + JSON_STR_END_OBJECT

      }
    
    const main = anonymous0
    return main
    
})(null, serialiser);

export const markAssigned = (function anonymous(validator,serializer
) {

    
const {
  asString,
  asNumber,
  asBoolean,
  asDateTime,
  asDate,
  asTime,
  asUnsafeString,
  asPlainStringArray
} = serializer

const asInteger = serializer.asInteger.bind(serializer)


    const JSON_STR_BEGIN_OBJECT = '{'
    const JSON_STR_END_OBJECT = '}'
    const JSON_STR_BEGIN_ARRAY = '['
    const JSON_STR_END_ARRAY = ']'
    const JSON_STR_COMMA = ','
    const JSON_STR_COLONS = ':'
    const JSON_STR_QUOTE = '"'
    const JSON_STR_EMPTY_OBJECT = JSON_STR_BEGIN_OBJECT + JSON_STR_END_OBJECT
    const JSON_STR_EMPTY_ARRAY = JSON_STR_BEGIN_ARRAY + JSON_STR_END_ARRAY
    const JSON_STR_EMPTY_STRING = JSON_STR_QUOTE + JSON_STR_QUOTE
    const JSON_STR_NULL = 'null'
    
  
    
      // "#/properties/results/items"
      function anonymous2 (input) {
        const obj = (input && typeof input.toJSON === 'function')
    ? input.toJSON()
    : input
  
        if (obj === null) return JSON_STR_EMPTY_OBJECT
        let json = ''

        
      const value_globalUserId_3 = obj["globalUserId"]
      if (value_globalUserId_3 !== undefined) {
        json += "{\"globalUserId\":"
        
        if (typeof value_globalUserId_3 !== 'string') {
          if (value_globalUserId_3 === null) {
            json += JSON_STR_EMPTY_STRING
          } else if (value_globalUserId_3 instanceof Date) {
            json += JSON_STR_QUOTE + value_globalUserId_3.toISOString() + JSON_STR_QUOTE
          } else if (value_globalUserId_3 instanceof RegExp) {
            json += asString(value_globalUserId_3.source)
          } else {
            json += asString(value_globalUserId_3.toString())
          }
        } else {
          json += asString(value_globalUserId_3)
        }
        
      } else {
        throw new Error('"globalUserId" is required!')
      }
      
      const value_outcome_4 = obj["outcome"]
      if (value_outcome_4 !== undefined) {
        json += ",\"outcome\":"
        
        if (typeof value_outcome_4 !== 'string') {
          if (value_outcome_4 === null) {
            json += JSON_STR_EMPTY_STRING
          } else if (value_outcome_4 instanceof Date) {
            json += JSON_STR_QUOTE + value_outcome_4.toISOString() + JSON_STR_QUOTE
          } else if (value_outcome_4 instanceof RegExp) {
            json += asString(value_outcome_4.source)
          } else {
            json += asString(value_outcome_4.toString())
          }
        } else {
          json += asString(value_outcome_4)
        }
        
      } else {
        throw new Error('"outcome" is required!')
      }
      
return json + JSON_STR_END_OBJECT

      }
    

    function anonymous1 (obj) {
      // "#/properties/results"
      let json = ''
  
    if (obj === null) return JSON_STR_EMPTY_ARRAY
    if (!Array.isArray(obj)) {
      throw new TypeError("The value of '#/properties/results' does not match schema definition.")
    }
    const arrayLength = obj.length
  
    json += JSON_STR_BEGIN_ARRAY
  
      if (arrayLength > 0) {
        const value = obj[0]
        json += anonymous2(value)
        for (let i = 1; i < arrayLength; i++) {
          json += JSON_STR_COMMA
          const value = obj[i]
          json += anonymous2(value)
        }
      }
      return json + JSON_STR_END_ARRAY
    }

      // "#"
      function anonymous0 (input) {
        const obj = (input && typeof input.toJSON === 'function')
    ? input.toJSON()
    : input
  
        if (obj === null) return JSON_STR_EMPTY_OBJECT
        let json = ''

        
      const value_results_1 = obj["results"]
      if (value_results_1 !== undefined) {
        json += "{\"results\":"
        json += anonymous1(value_results_1)
      } else {
        throw new Error('"results" is required!')
      }
      
return json + JSON_STR_END_OBJECT

      }
    
    const main = anonymous0
    return main
    
})(null, serialiser);

export const listHeldCodes = (function anonymous(validator,serializer
) {

    
const {
  asString,
  asNumber,
  asBoolean,
  asDateTime,
  asDate,
  asTime,
  asUnsafeString,
  asPlainStringArray
} = serializer

const asInteger = serializer.asInteger.bind(serializer)


    const JSON_STR_BEGIN_OBJECT = '{'
    const JSON_STR_END_OBJECT = '}'
    const JSON_STR_BEGIN_ARRAY = '['
    const JSON_STR_END_ARRAY = ']'
    const JSON_STR_COMMA = ','
    const JSON_STR_COLONS = ':'
    const JSON_STR_QUOTE = '"'
    const JSON_STR_EMPTY_OBJECT = JSON_STR_BEGIN_OBJECT + JSON_STR_END_OBJECT
    const JSON_STR_EMPTY_ARRAY = JSON_STR_BEGIN_ARRAY + JSON_STR_END_ARRAY
    const JSON_STR_EMPTY_STRING = JSON_STR_QUOTE + JSON_STR_QUOTE
    const JSON_STR_NULL = 'null'
    
  
    
      // "#/properties/codes/items"
      function anonymous2 (input) {
        const obj = (input && typeof input.toJSON === 'function')
    ? input.toJSON()
    : input
  
        if (obj === null) return JSON_STR_EMPTY_OBJECT
        let json = ''

        
      const value_marketId_3 = obj["marketId"]
      if (value_marketId_3 !== undefined) {
        json += "{\"marketId\":"
        
        if (typeof value_marketId_3 !== 'string') {
          if (value_marketId_3 === null) {
            json += JSON_STR_EMPTY_STRING
          } else if (value_marketId_3 instanceof Date) {
            json += JSON_STR_QUOTE + value_marketId_3.toISOString() + JSON_STR_QUOTE
          } else if (value_marketId_3 instanceof RegExp) {
            json += asString(value_marketId_3.source)
          } else {
            json += asString(value_marketId_3.toString())
          }
        } else {
          json += asString(value_marketId_3)
        }
        
      } else {
        throw new Error('"marketId" is required!')
      }
      
      const value_code_4 = obj["code"]
      if (value_code_4 !== undefined) {
        json += ",\"code\":"
        
        if (typeof value_code_4 !== 'string') {
          if (value_code_4 === null) {
            json += JSON_STR_EMPTY_STRING
          } else if (value_code_4 instanceof Date) {
            json += JSON_STR_QUOTE + value_code_4.toISOString() + JSON_STR_QUOTE
          } else if (value_code_4 instanceof RegExp) {
            json += asString(value_code_4.source)
          } else {
            json += asString(value_code_4.toString())
          }
        } else {
          json += asString(value_code_4)
        }
        
      } else {
        throw new Error('"code" is required!')
      }
      
      const value_globalUserId_5 = obj["globalUserId"]
      if (value_globalUserId_5 !== undefined) {
        json += ",\"globalUserId\":"
        
        if (typeof value_globalUserId_5 !== 'string') {
          if (value_globalUserId_5 === null) {
            json += JSON_STR_EMPTY_STRING
          } else if (value_globalUserId_5 instanceof Date) {
            json += JSON_STR_QUOTE + value_globalUserId_5.toISOString() + JSON_STR_QUOTE
          } else if (value_globalUserId_5 instanceof RegExp) {
            json += asString(value_globalUserId_5.source)
          } else {
            json += asString(value_globalUserId_5.toString())
          }
        } else {
          json += asString(value_globalUserId_5)
        }
        
      } else {
        throw new Error('"globalUserId" is required!')
      }
      
return json + JSON_STR_END_OBJECT

      }
    

    function anonymous1 (obj) {
      // "#/properties/codes"
      let json = ''
  
    if (obj === null) return JSON_STR_EMPTY_ARRAY
    if (!Array.isArray(obj)) {
      throw new TypeError("The value of '#/properties/codes' does not match schema definition.")
    }
    const arrayLength = obj.length
  
    json += JSON_STR_BEGIN_ARRAY
  
      if (arrayLength > 0) {
        const value = obj[0]
        json += anonymous2(value)
        for (let i = 1; i < arrayLength; i++) {
          json += JSON_STR_COMMA
          const value = obj[i]
          json += anonymous2(value)
        }
      }
      return json + JSON_STR_END_ARRAY
    }

      // "#"
      function anonymous0 (input) {
        const obj = (input && typeof input.toJSON === 'function')
    ? input.toJSON()
    : input
  
        if (obj === null) return JSON_STR_EMPTY_OBJECT
        let json = ''

        
      const value_codes_1 = obj["codes"]
      if (value_codes_1 !== undefined) {
        json += "{\"codes\":"
        json += anonymous1(value_codes_1)
      } else {
        throw new Error('"codes" is required!')
      }
      
      const value_next_6 = obj["next"]
      if (value_next_6 !== undefined) {
        json += ",\"next\":"
        
          if (value_next_6 === null) {
            json += JSON_STR_NULL
          }
          
          else if(
            typeof value_next_6 === "string" ||
            value_next_6 === null ||
            value_next_6 instanceof Date ||
            value_next_6 instanceof RegExp ||
            (
              typeof value_next_6 === "object" &&
              typeof value_next_6.toString === "function" &&
              value_next_6.toString !== Object.prototype.toString
            )
          ) {
            
        if (typeof value_next_6 !== 'string') {
          if (value_next_6 === null) {
            json += JSON_STR_EMPTY_STRING
          } else if (value_next_6 instanceof Date) {
            json += JSON_STR_QUOTE + value_next_6.toISOString() + JSON_STR_QUOTE
          } else if (value_next_6 instanceof RegExp) {
            json += asString(value_next_6.source)
          } else {
            json += asString(value_next_6.toString())
          }
        } else {
          json += asString(value_next_6)
        }
        
          }
        
    else throw new TypeError("The value of '#/properties/next' does not match schema definition.")
  
      } else {
        throw new Error('"next" is required!')
      }
      
return json + JSON_STR_END_OBJECT

      }
    
    const main = anonymous0
    return main
    
})(null, serialiser);

export const revokeCodes = (function anonymous(validator,serializer
) {

    
const {
  asString,
  asNumber,
  asBoolean,
  asDateTime,
  asDate,
  asTime,
  asUnsafeString,
  asPlainStringArray
} = serializer

const asInteger = serializer.asInteger.bind(serializer)


    const JSON_STR_BEGIN_OBJECT = '{'
    const JSON_STR_END_OBJECT = '}'
    const JSON_STR_BEGIN_ARRAY = '['
    const JSON_STR_END_ARRAY = ']'
    const JSON_STR_COMMA = ','
    const JSON_STR_COLONS = ':'
    const JSON_STR_QUOTE = '"'
    const JSON_STR_EMPTY_OBJECT = JSON_STR_BEGIN_OBJECT + JSON_STR_END_OBJECT
    const JSON_STR_EMPTY_ARRAY = JSON_STR_BEGIN_ARRAY + JSON_STR_END_ARRAY
    const JSON_STR_EMPTY_STRING = JSON_STR_QUOTE + JSON_STR_QUOTE
    const JSON_STR_NULL = 'null'
    
  
    
      // "#"
      function anonymous0 (input) {
        const obj = (input && typeof input.toJSON === 'function')
    ? input.toJSON()
    : input
  
        if (obj === null) return JSON_STR_EMPTY_OBJECT
        let json = ''

        
      const value_revoked_1 = obj["revoked"]
      if (value_revoked_1 !== undefined) {
        json += "{\"revoked\":"
        json += asInteger(value_revoked_1)
      } else {
        throw new Error('"revoked" is required!')
      }
      
return json + JSON_STR_END_OBJECT

      }
    
    const main = anonymous0
    return main
    
})(null, serialiser);

export const eraseFan = (function anonymous(validator,serializer
) {

    
const {
  asString,
  asNumber,
  asBoolean,
  asDateTime,
  asDate,
  asTime,
  asUnsafeString,
  asPlainStringArray
} = serializer

const asInteger = serializer.asInteger.bind(serializer)


    const JSON_STR_BEGIN_OBJECT = '{'
    const JSON_STR_END_OBJECT = '}'
    const JSON_STR_BEGIN_ARRAY = '['
    const JSON_STR_END_ARRAY = ']'
    const JSON_STR_COMMA = ','
    const JSON_STR_COLONS = ':'
    const JSON_STR_QUOTE = '"'
    const JSON_STR_EMPTY_OBJECT = JSON_STR_BEGIN_OBJECT + JSON_STR_END_OBJECT
    const JSON_STR_EMPTY_ARRAY = JSON_STR_BEGIN_ARRAY + JSON_STR_END_ARRAY
    const JSON_STR_EMPTY_STRING = JSON_STR_QUOTE + JSON_STR_QUOTE
    const JSON_STR_NULL = 'null'
    
  
    
      // "#"
      function anonymous0 (input) {
        const obj = (input && typeof input.toJSON === 'function')
    ? input.toJSON()
    : input
  
        if (obj === null) return JSON_STR_EMPTY_OBJECT
        let json = ''

        
      const value_revoked_1 = obj["revoked"]
      if (value_revoked_1 !== undefined) {
        json += "{\"revoked\":"
        json += asInteger(value_revoked_1)
      } else {
        throw new Error('"revoked" is required!')
      }
      
      const value_forgotten_2 = obj["forgotten"]
      if (value_forgotten_2 !== undefined) {
        json += ",\"forgotten\":"
        json += asInteger(value_forgotten_2)
      } else {
        throw new Error('"forgotten" is required!')
      }
      
return json + JSON_STR_END_OBJECT

      }
    
    const main = anonymous0
    return main
    
})(null, serialiser);

export const redeemCodes = (function anonymous(validator,serializer
) {

    
const {
  asString,
  asNumber,
  asBoolean,
  asDateTime,
  asDate,
  asTime,
  asUnsafeString,
  asPlainStringArray
} = serializer

const asInteger = serializer.asInteger.bind(serializer)


    const JSON_STR_BEGIN_OBJECT = '{'
    const JSON_STR_END_OBJECT = '}'
    const JSON_STR_BEGIN_ARRAY = '['
    const JSON_STR_END_ARRAY = ']'
    const JSON_STR_COMMA = ','
    const JSON_STR_COLONS = ':'
    const JSON_STR_QUOTE = '"'
    const JSON_STR_EMPTY_OBJECT = JSON_STR_BEGIN_OBJECT + JSON_STR_END_OBJECT
    const JSON_STR_EMPTY_ARRAY = JSON_STR_BEGIN_ARRAY + JSON_STR_END_ARRAY
    const JSON_STR_EMPTY_STRING = JSON_STR_QUOTE + JSON_STR_QUOTE
    const JSON_STR_NULL = 'null'
    
  
    
      // "#/properties/refused/items"
      function anonymous2 (input) {
        const obj = (input && typeof input.toJSON === 'function')
    ? input.toJSON()
    : input
  
        if (obj === null) return JSON_STR_EMPTY_OBJECT
        let json = ''

        
      const value_index_4 = obj["index"]
      if (value_index_4 !== undefined) {
        json += "{\"index\":"
        json += asInteger(value_index_4)
      } else {
        throw new Error('"index" is required!')
      }
      
      const value_state_5 = obj["state"]
      if (value_state_5 !== undefined) {
        json += ",\"state\":"
        
          if (value_state_5 === null) {
            json += JSON_STR_NULL
          }
          
          else if(
            typeof value_state_5 === "string" ||
            value_state_5 === null ||
            value_state_5 instanceof Date ||
            value_state_5 instanceof RegExp ||
            (
              typeof value_state_5 === "object" &&
              typeof value_state_5.toString === "function" &&
              value_state_5.toString !== Object.prototype.toString
            )
          ) {
            
        if (typeof value_state_5 !== 'string') {
          if (value_state_5 === null) {
            json += JSON_STR_EMPTY_STRING
          } else if (value_state_5 instanceof Date) {
            json += JSON_STR_QUOTE + value_state_5.toISOString() + JSON_STR_QUOTE
          } else if (value_state_5 instanceof RegExp) {
            json += asString(value_state_5.source)
          } else {
            json += asString(value_state_5.toString())
          }
        } else {
          json += asString(value_state_5)
        }
        
          }
        
    else throw new TypeError("The value of '#/properties/refused/items/properties/state' does not match schema definition.")
  
      } else {
        throw new Error('"state" is required!')
      }
      
return json + JSON_STR_END_OBJECT

      }
    

    function anonymous1 (obj) {
      // "#/properties/refused"
      let json = ''
  
    if (obj === null) return JSON_STR_EMPTY_ARRAY
    if (!Array.isArray(obj)) {
      throw new TypeError("The value of '#/properties/refused' does not match schema definition.")
    }
    const arrayLength = obj.length
  
    json += JSON_STR_BEGIN_ARRAY
  
      if (arrayLength > 0) {
        const value = obj[0]
        json += anonymous2(value)
        for (let i = 1; i < arrayLength; i++) {
          json += JSON_STR_COMMA
          const value = obj[i]
          json += anonymous2(value)
        }
      }
      return json + JSON_STR_END_ARRAY
    }

      // "#"
      function anonymous0 (input) {
        const obj = (input && typeof input.toJSON === 'function')
    ? input.toJSON()
    : input
  
        if (obj === null) return JSON_STR_EMPTY_OBJECT
        let json = ''

        
      const value_redeemed_1 = obj["redeemed"]
      if (value_redeemed_1 !== undefined) {
        json += "{\"redeemed\":"
        json += asInteger(value_redeemed_1)
      } else {
        throw new Error('"redeemed" is required!')
      }
      
      const value_refused_2 = obj["refused"]
      if (value_refused_2 !== undefined) {
        json += ",\"refused\":"
        json += anonymous1(value_refused_2)
      } else {
        throw new Error('"refused" is required!')
      }
      
return json + JSON_STR_END_OBJECT

      }
    
    const main = anonymous0
    return main
    
})(null, serialiser);

export const codeStats = (function anonymous(validator,serializer
) {

    
const {
  asString,
  asNumber,
  asBoolean,
  asDateTime,
  asDate,
  asTime,
  asUnsafeString,
  asPlainStringArray
} = serializer

const asInteger = serializer.asInteger.bind(serializer)


    const JSON_STR_BEGIN_OBJECT = '{'
    const JSON_STR_END_OBJECT = '}'
    const JSON_STR_BEGIN_ARRAY = '['
    const JSON_STR_END_ARRAY = ']'
    const JSON_STR_COMMA = ','
    const JSON_STR_COLONS = ':'
    const JSON_STR_QUOTE = '"'
    const JSON_STR_EMPTY_OBJECT = JSON_STR_BEGIN_OBJECT + JSON_STR_END_OBJECT
    const JSON_STR_EMPTY_ARRAY = JSON_STR_BEGIN_ARRAY + JSON_STR_END_ARRAY
    const JSON_STR_EMPTY_STRING = JSON_STR_QUOTE + JSON_STR_QUOTE
    const JSON_STR_NULL = 'null'
    
  
    
      // "#"
      function anonymous0 (input) {
        const obj = (input && typeof input.toJSON === 'function')
    ? input.toJSON()
    : input
  
        if (obj === null) return JSON_STR_EMPTY_OBJECT
        let json = ''

        
      const value_imported_1 = obj["imported"]
      if (value_imported_1 !== undefined) {
        json += "{\"imported\":"
        json += asInteger(value_imported_1)
      } else {
        throw new Error('"imported" is required!')
      }
      
      const value_available_2 = obj["available"]
      if (value_available_2 !== undefined) {
        json += ",\"available\":"
        json += asInteger(value_available_2)
      } else {
        throw new Error('"available" is required!')
      }
      
      const value_reserved_3 = obj["reserved"]
      if (value_reserved_3 !== undefined) {
        json += ",\"reserved\":"
        json += asInteger(value_reserved_3)
      } else {
        throw new Error('"reserved" is required!')
      }
      
      const value_assigned_4 = obj["assigned"]
      if (value_assigned_4 !== undefined) {
        json += ",\"assigned\":"
        json += asInteger(value_assigned_4)
      } else {
        throw new Error('"assigned" is required!')
      }
      
      const value_redeemed_5 = obj["redeemed"]
      if (value_redeemed_5 !== undefined) {
        json += ",\"redeemed\":"
        json += asInteger(value_redeemed_5)
      } else {
        throw new Error('"redeemed" is required!')
      }
      
      const value_revoked_6 = obj["revoked"]
      if (value_revoked_6 !== undefined) {
        json += ",\"revoked\":"
        json += asInteger(value_revoked_6)
      } else {
        throw new Error('"revoked" is required!')
      }
      
return json + JSON_STR_END_OBJECT

      }
    
    const main = anonymous0
    return main
    
})(null, serialiser);
