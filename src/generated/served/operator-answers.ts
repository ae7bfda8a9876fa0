// @ts-nocheck
// Printed from src/server/operator-contract.ts by `npm run generate`. Change that file instead.
import Serialiser from 'fast-json-stringify/lib/serializer.js';

const serialiser = new Serialiser({});
export const flow = (function anonymous(validator,serializer
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
    
  
    
      // "#/properties/queues/items"
      function anonymous2 (input) {
        const obj = (input && typeof input.toJSON === 'function')
    ? input.toJSON()
    : input
  
        if (obj === null) return JSON_STR_EMPTY_OBJECT
        let json = ''

        
      const value_queue_4 = obj["queue"]
      if (value_queue_4 !== undefined) {
        json += "{\"queue\":"
        
        if (typeof value_queue_4 !== 'string') {
          if (value_queue_4 === null) {
            json += JSON_STR_EMPTY_STRING
          } else if (value_queue_4 instanceof Date) {
            json += JSON_STR_QUOTE + value_queue_4.toISOString() + JSON_STR_QUOTE
          } else if (value_queue_4 instanceof RegExp) {
            json += asString(value_queue_4.source)
          } else {
            json += asString(value_queue_4.toString())
          }
        } else {
          json += asString(value_queue_4)
        }
        
      } else {
        throw new Error('"queue" is required!')
      }
      
      const value_waiting_5 = obj["waiting"]
      if (value_waiting_5 !== undefined) {
        json += ",\"waiting\":"
        json += asInteger(value_waiting_5)
      } else {
        throw new Error('"waiting" is required!')
      }
      
      const value_inFlight_6 = obj["inFlight"]
      if (value_inFlight_6 !== undefined) {
        json += ",\"inFlight\":"
        json += asInteger(value_inFlight_6)
      } else {
        throw new Error('"inFlight" is required!')
      }
      
      const value_delayed_7 = obj["delayed"]
      if (value_delayed_7 !== undefined) {
        json += ",\"delayed\":"
        json += asInteger(value_delayed_7)
      } else {
        throw new Error('"delayed" is required!')
      }
      
      const value_deadLetters_8 = obj["deadLetters"]
      if (value_deadLetters_8 !== undefined) {
        json += ",\"deadLetters\":"
        json += asInteger(value_deadLetters_8)
      } else {
        throw new Error('"deadLetters" is required!')
      }
      
      const value_oldestAgeMs_9 = obj["oldestAgeMs"]
      if (value_oldestAgeMs_9 !== undefined) {
        json += ",\"oldestAgeMs\":"
        
          if (value_oldestAgeMs_9 === null) {
            json += JSON_STR_NULL
          }
          
          else if(Number.isInteger(value_oldestAgeMs_9) || value_oldestAgeMs_9 === null) {
            json += asInteger(value_oldestAgeMs_9)
          }
        
    else throw new TypeError("The value of '#/properties/queues/items/properties/oldestAgeMs' does not match schema definition.")
  
      } else {
        throw new Error('"oldestAgeMs" is required!')
      }
      
      const value_sent_10 = obj["sent"]
      if (value_sent_10 !== undefined) {
        json += ",\"sent\":"
        
          if (value_sent_10 === null) {
            json += JSON_STR_NULL
          }
          
          else if(Number.isInteger(value_sent_10) || value_sent_10 === null) {
            json += asInteger(value_sent_10)
          }
        
    else throw new TypeError("The value of '#/properties/queues/items/properties/sent' does not match schema definition.")
  
      } else {
        throw new Error('"sent" is required!')
      }
      
      const value_done_11 = obj["done"]
      if (value_done_11 !== undefined) {
        json += ",\"done\":"
        
          if (value_done_11 === null) {
            json += JSON_STR_NULL
          }
          
          else if(Number.isInteger(value_done_11) || value_done_11 === null) {
            json += asInteger(value_done_11)
          }
        
    else throw new TypeError("The value of '#/properties/queues/items/properties/done' does not match schema definition.")
  
      } else {
        throw new Error('"done" is required!')
      }
      
      const value_expired_12 = obj["expired"]
      if (value_expired_12 !== undefined) {
        json += ",\"expired\":"
        
          if (value_expired_12 === null) {
            json += JSON_STR_NULL
          }
          
          else if(Number.isInteger(value_expired_12) || value_expired_12 === null) {
            json += asInteger(value_expired_12)
          }
        
    else throw new TypeError("The value of '#/properties/queues/items/properties/expired' does not match schema definition.")
  
      } else {
        throw new Error('"expired" is required!')
      }
      
return json + JSON_STR_END_OBJECT

      }
    

    function anonymous1 (obj) {
      // "#/properties/queues"
      let json = ''
  
    if (obj === null) return JSON_STR_EMPTY_ARRAY
    if (!Array.isArray(obj)) {
      throw new TypeError("The value of '#/properties/queues' does not match schema definition.")
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

      // "#/properties/streams/items"
      function anonymous4 (input) {
        const obj = (input && typeof input.toJSON === 'function')
    ? input.toJSON()
    : input
  
        if (obj === null) return JSON_STR_EMPTY_OBJECT
        let json = ''

        
      const value_worker_15 = obj["worker"]
      if (value_worker_15 !== undefined) {
        json += "{\"worker\":"
        
        if (typeof value_worker_15 !== 'string') {
          if (value_worker_15 === null) {
            json += JSON_STR_EMPTY_STRING
          } else if (value_worker_15 instanceof Date) {
            json += JSON_STR_QUOTE + value_worker_15.toISOString() + JSON_STR_QUOTE
          } else if (value_worker_15 instanceof RegExp) {
            json += asString(value_worker_15.source)
          } else {
            json += asString(value_worker_15.toString())
          }
        } else {
          json += asString(value_worker_15)
        }
        
      } else {
        throw new Error('"worker" is required!')
      }
      
      const value_behind_16 = obj["behind"]
      if (value_behind_16 !== undefined) {
        json += ",\"behind\":"
        
          if (value_behind_16 === null) {
            json += JSON_STR_NULL
          }
          
          else if(Number.isInteger(value_behind_16) || value_behind_16 === null) {
            json += asInteger(value_behind_16)
          }
        
    else throw new TypeError("The value of '#/properties/streams/items/properties/behind' does not match schema definition.")
  
      } else {
        throw new Error('"behind" is required!')
      }
      
      const value_oldestAgeMs_17 = obj["oldestAgeMs"]
      if (value_oldestAgeMs_17 !== undefined) {
        json += ",\"oldestAgeMs\":"
        
          if (value_oldestAgeMs_17 === null) {
            json += JSON_STR_NULL
          }
          
          else if(Number.isInteger(value_oldestAgeMs_17) || value_oldestAgeMs_17 === null) {
            json += asInteger(value_oldestAgeMs_17)
          }
        
    else throw new TypeError("The value of '#/properties/streams/items/properties/oldestAgeMs' does not match schema definition.")
  
      } else {
        throw new Error('"oldestAgeMs" is required!')
      }
      
      const value_deadLetters_18 = obj["deadLetters"]
      if (value_deadLetters_18 !== undefined) {
        json += ",\"deadLetters\":"
        json += asInteger(value_deadLetters_18)
      } else {
        throw new Error('"deadLetters" is required!')
      }
      
return json + JSON_STR_END_OBJECT

      }
    

    function anonymous3 (obj) {
      // "#/properties/streams"
      let json = ''
  
    if (obj === null) return JSON_STR_EMPTY_ARRAY
    if (!Array.isArray(obj)) {
      throw new TypeError("The value of '#/properties/streams' does not match schema definition.")
    }
    const arrayLength = obj.length
  
    json += JSON_STR_BEGIN_ARRAY
  
      if (arrayLength > 0) {
        const value = obj[0]
        json += anonymous4(value)
        for (let i = 1; i < arrayLength; i++) {
          json += JSON_STR_COMMA
          const value = obj[i]
          json += anonymous4(value)
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

        
      const value_idle_1 = obj["idle"]
      if (value_idle_1 !== undefined) {
        json += "{\"idle\":"
        json += asBoolean(value_idle_1)
      } else {
        throw new Error('"idle" is required!')
      }
      
      const value_queues_2 = obj["queues"]
      if (value_queues_2 !== undefined) {
        json += ",\"queues\":"
        json += anonymous1(value_queues_2)
      } else {
        throw new Error('"queues" is required!')
      }
      
      const value_streams_13 = obj["streams"]
      if (value_streams_13 !== undefined) {
        json += ",\"streams\":"
        json += anonymous3(value_streams_13)
      } else {
        throw new Error('"streams" is required!')
      }
      
return json + JSON_STR_END_OBJECT

      }
    
    const main = anonymous0
    return main
    
})(null, serialiser);

export const deadLetters = (function anonymous(validator,serializer
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
    
  
    
      // "#/properties/deadLetters/items"
      function anonymous2 (input) {
        const obj = (input && typeof input.toJSON === 'function')
    ? input.toJSON()
    : input
  
        if (obj === null) return JSON_STR_EMPTY_OBJECT
        let json = ''

        
      const value_messageId_3 = obj["messageId"]
      if (value_messageId_3 !== undefined) {
        json += "{\"messageId\":"
        
        if (typeof value_messageId_3 !== 'string') {
          if (value_messageId_3 === null) {
            json += JSON_STR_EMPTY_STRING
          } else if (value_messageId_3 instanceof Date) {
            json += JSON_STR_QUOTE + value_messageId_3.toISOString() + JSON_STR_QUOTE
          } else if (value_messageId_3 instanceof RegExp) {
            json += asString(value_messageId_3.source)
          } else {
            json += asString(value_messageId_3.toString())
          }
        } else {
          json += asString(value_messageId_3)
        }
        
      } else {
        throw new Error('"messageId" is required!')
      }
      
      const value_error_4 = obj["error"]
      if (value_error_4 !== undefined) {
        json += ",\"error\":"
        
        if (typeof value_error_4 !== 'string') {
          if (value_error_4 === null) {
            json += JSON_STR_EMPTY_STRING
          } else if (value_error_4 instanceof Date) {
            json += JSON_STR_QUOTE + value_error_4.toISOString() + JSON_STR_QUOTE
          } else if (value_error_4 instanceof RegExp) {
            json += asString(value_error_4.source)
          } else {
            json += asString(value_error_4.toString())
          }
        } else {
          json += asString(value_error_4)
        }
        
      } else {
        throw new Error('"error" is required!')
      }
      
      const value_receiveCount_5 = obj["receiveCount"]
      if (value_receiveCount_5 !== undefined) {
        json += ",\"receiveCount\":"
        json += asInteger(value_receiveCount_5)
      } else {
        throw new Error('"receiveCount" is required!')
      }
      
      const value_sentAt_6 = obj["sentAt"]
      if (value_sentAt_6 !== undefined) {
        json += ",\"sentAt\":"
        
        if (typeof value_sentAt_6 !== 'string') {
          if (value_sentAt_6 === null) {
            json += JSON_STR_EMPTY_STRING
          } else if (value_sentAt_6 instanceof Date) {
            json += JSON_STR_QUOTE + value_sentAt_6.toISOString() + JSON_STR_QUOTE
          } else if (value_sentAt_6 instanceof RegExp) {
            json += asString(value_sentAt_6.source)
          } else {
            json += asString(value_sentAt_6.toString())
          }
        } else {
          json += asString(value_sentAt_6)
        }
        
      } else {
        throw new Error('"sentAt" is required!')
      }
      
      const value_deadAt_7 = obj["deadAt"]
      if (value_deadAt_7 !== undefined) {
        json += ",\"deadAt\":"
        
          if (value_deadAt_7 === null) {
            json += JSON_STR_NULL
          }
          
          else if(
            typeof value_deadAt_7 === "string" ||
            value_deadAt_7 === null ||
            value_deadAt_7 instanceof Date ||
            value_deadAt_7 instanceof RegExp ||
            (
              typeof value_deadAt_7 === "object" &&
              typeof value_deadAt_7.toString === "function" &&
              value_deadAt_7.toString !== Object.prototype.toString
            )
          ) {
            
        if (typeof value_deadAt_7 !== 'string') {
          if (value_deadAt_7 === null) {
            json += JSON_STR_EMPTY_STRING
          } else if (value_deadAt_7 instanceof Date) {
            json += JSON_STR_QUOTE + value_deadAt_7.toISOString() + JSON_STR_QUOTE
          } else if (value_deadAt_7 instanceof RegExp) {
            json += asString(value_deadAt_7.source)
          } else {
            json += asString(value_deadAt_7.toString())
          }
        } else {
          json += asString(value_deadAt_7)
        }
        
          }
        
    else throw new TypeError("The value of '#/properties/deadLetters/items/properties/deadAt' does not match schema definition.")
  
      } else {
        throw new Error('"deadAt" is required!')
      }
      
      const value_body_8 = obj["body"]
      if (value_body_8 !== undefined) {
        json += ",\"body\":"
        json += JSON.stringify(value_body_8)
      } else {
        throw new Error('"body" is required!')
      }
      
return json + JSON_STR_END_OBJECT

      }
    

    function anonymous1 (obj) {
      // "#/properties/deadLetters"
      let json = ''
  
    if (obj === null) return JSON_STR_EMPTY_ARRAY
    if (!Array.isArray(obj)) {
      throw new TypeError("The value of '#/properties/deadLetters' does not match schema definition.")
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

        
      const value_deadLetters_1 = obj["deadLetters"]
      if (value_deadLetters_1 !== undefined) {
        json += "{\"deadLetters\":"
        json += anonymous1(value_deadLetters_1)
      } else {
        throw new Error('"deadLetters" is required!')
      }
      
      const value_next_9 = obj["next"]
      if (value_next_9 !== undefined) {
        json += ",\"next\":"
        
          if (value_next_9 === null) {
            json += JSON_STR_NULL
          }
          
          else if(
            typeof value_next_9 === "string" ||
            value_next_9 === null ||
            value_next_9 instanceof Date ||
            value_next_9 instanceof RegExp ||
            (
              typeof value_next_9 === "object" &&
              typeof value_next_9.toString === "function" &&
              value_next_9.toString !== Object.prototype.toString
            )
          ) {
            
        if (typeof value_next_9 !== 'string') {
          if (value_next_9 === null) {
            json += JSON_STR_EMPTY_STRING
          } else if (value_next_9 instanceof Date) {
            json += JSON_STR_QUOTE + value_next_9.toISOString() + JSON_STR_QUOTE
          } else if (value_next_9 instanceof RegExp) {
            json += asString(value_next_9.source)
          } else {
            json += asString(value_next_9.toString())
          }
        } else {
          json += asString(value_next_9)
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

export const redrive = (function anonymous(validator,serializer
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

        
      const value_moved_1 = obj["moved"]
      if (value_moved_1 !== undefined) {
        json += "{\"moved\":"
        json += asInteger(value_moved_1)
      } else {
        throw new Error('"moved" is required!')
      }
      
      const value_failed_2 = obj["failed"]
      if (value_failed_2 !== undefined) {
        json += ",\"failed\":"
        json += asInteger(value_failed_2)
      } else {
        throw new Error('"failed" is required!')
      }
      
return json + JSON_STR_END_OBJECT

      }
    
    const main = anonymous0
    return main
    
})(null, serialiser);

export const events = (function anonymous(validator,serializer
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
    
  
    
      // "#/properties/events/items"
      function anonymous2 (input) {
        const obj = (input && typeof input.toJSON === 'function')
    ? input.toJSON()
    : input
  
        if (obj === null) return JSON_STR_EMPTY_OBJECT
        let json = ''

        
      const value_offset_3 = obj["offset"]
      if (value_offset_3 !== undefined) {
        json += "{\"offset\":"
        
        if (typeof value_offset_3 !== 'string') {
          if (value_offset_3 === null) {
            json += JSON_STR_EMPTY_STRING
          } else if (value_offset_3 instanceof Date) {
            json += JSON_STR_QUOTE + value_offset_3.toISOString() + JSON_STR_QUOTE
          } else if (value_offset_3 instanceof RegExp) {
            json += asString(value_offset_3.source)
          } else {
            json += asString(value_offset_3.toString())
          }
        } else {
          json += asString(value_offset_3)
        }
        
      } else {
        throw new Error('"offset" is required!')
      }
      
      const value_key_4 = obj["key"]
      if (value_key_4 !== undefined) {
        json += ",\"key\":"
        
        if (typeof value_key_4 !== 'string') {
          if (value_key_4 === null) {
            json += JSON_STR_EMPTY_STRING
          } else if (value_key_4 instanceof Date) {
            json += JSON_STR_QUOTE + value_key_4.toISOString() + JSON_STR_QUOTE
          } else if (value_key_4 instanceof RegExp) {
            json += asString(value_key_4.source)
          } else {
            json += asString(value_key_4.toString())
          }
        } else {
          json += asString(value_key_4)
        }
        
      } else {
        throw new Error('"key" is required!')
      }
      
      const value_dedupeId_5 = obj["dedupeId"]
      if (value_dedupeId_5 !== undefined) {
        json += ",\"dedupeId\":"
        
        if (typeof value_dedupeId_5 !== 'string') {
          if (value_dedupeId_5 === null) {
            json += JSON_STR_EMPTY_STRING
          } else if (value_dedupeId_5 instanceof Date) {
            json += JSON_STR_QUOTE + value_dedupeId_5.toISOString() + JSON_STR_QUOTE
          } else if (value_dedupeId_5 instanceof RegExp) {
            json += asString(value_dedupeId_5.source)
          } else {
            json += asString(value_dedupeId_5.toString())
          }
        } else {
          json += asString(value_dedupeId_5)
        }
        
      } else {
        throw new Error('"dedupeId" is required!')
      }
      
      const value_timestamp_6 = obj["timestamp"]
      if (value_timestamp_6 !== undefined) {
        json += ",\"timestamp\":"
        
        if (typeof value_timestamp_6 !== 'string') {
          if (value_timestamp_6 === null) {
            json += JSON_STR_EMPTY_STRING
          } else if (value_timestamp_6 instanceof Date) {
            json += JSON_STR_QUOTE + value_timestamp_6.toISOString() + JSON_STR_QUOTE
          } else if (value_timestamp_6 instanceof RegExp) {
            json += asString(value_timestamp_6.source)
          } else {
            json += asString(value_timestamp_6.toString())
          }
        } else {
          json += asString(value_timestamp_6)
        }
        
      } else {
        throw new Error('"timestamp" is required!')
      }
      
      const value_value_7 = obj["value"]
      if (value_value_7 !== undefined) {
        json += ",\"value\":"
        json += JSON.stringify(value_value_7)
      } else {
        throw new Error('"value" is required!')
      }
      
return json + JSON_STR_END_OBJECT

      }
    

    function anonymous1 (obj) {
      // "#/properties/events"
      let json = ''
  
    if (obj === null) return JSON_STR_EMPTY_ARRAY
    if (!Array.isArray(obj)) {
      throw new TypeError("The value of '#/properties/events' does not match schema definition.")
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

        
      const value_events_1 = obj["events"]
      if (value_events_1 !== undefined) {
        json += "{\"events\":"
        json += anonymous1(value_events_1)
      } else {
        throw new Error('"events" is required!')
      }
      
      const value_next_8 = obj["next"]
      if (value_next_8 !== undefined) {
        json += ",\"next\":"
        
          if (value_next_8 === null) {
            json += JSON_STR_NULL
          }
          
          else if(
            typeof value_next_8 === "string" ||
            value_next_8 === null ||
            value_next_8 instanceof Date ||
            value_next_8 instanceof RegExp ||
            (
              typeof value_next_8 === "object" &&
              typeof value_next_8.toString === "function" &&
              value_next_8.toString !== Object.prototype.toString
            )
          ) {
            
        if (typeof value_next_8 !== 'string') {
          if (value_next_8 === null) {
            json += JSON_STR_EMPTY_STRING
          } else if (value_next_8 instanceof Date) {
            json += JSON_STR_QUOTE + value_next_8.toISOString() + JSON_STR_QUOTE
          } else if (value_next_8 instanceof RegExp) {
            json += asString(value_next_8.source)
          } else {
            json += asString(value_next_8.toString())
          }
        } else {
          json += asString(value_next_8)
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

export const listTable = (function anonymous(validator,serializer
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
    
  
    
      // "#/properties/entries/items/properties/entry"
      function anonymous3 (input) {
        const obj = (input && typeof input.toJSON === 'function')
    ? input.toJSON()
    : input
  
        if (obj === null) return JSON_STR_EMPTY_OBJECT
        let json = ''

        let addComma_5 = false

    for (const key of Object.keys(obj)) {
      if (
        
        obj[key] === undefined ||
        typeof obj[key] === 'function' ||
        typeof obj[key] === 'symbol'
      ) continue
      const value = obj[key]
  
        json += addComma_5 ? JSON_STR_COMMA : ((addComma_5 = true), JSON_STR_BEGIN_OBJECT)
        json += asString(key) + JSON_STR_COLONS
        json += JSON.stringify(value)
      
    }
  if (!addComma_5) json += JSON_STR_BEGIN_OBJECT

return json + JSON_STR_END_OBJECT

      }
    

      // "#/properties/entries/items/properties/selection/properties/waitlist/items"
      function anonymous6 (input) {
        const obj = (input && typeof input.toJSON === 'function')
    ? input.toJSON()
    : input
  
        if (obj === null) return JSON_STR_EMPTY_OBJECT
        let json = ''

        
      const value_marketId_18 = obj["marketId"]
      if (value_marketId_18 !== undefined) {
        json += "{\"marketId\":"
        
        if (typeof value_marketId_18 !== 'string') {
          if (value_marketId_18 === null) {
            json += JSON_STR_EMPTY_STRING
          } else if (value_marketId_18 instanceof Date) {
            json += JSON_STR_QUOTE + value_marketId_18.toISOString() + JSON_STR_QUOTE
          } else if (value_marketId_18 instanceof RegExp) {
            json += asString(value_marketId_18.source)
          } else {
            json += asString(value_marketId_18.toString())
          }
        } else {
          json += asString(value_marketId_18)
        }
        
      } else {
        throw new Error('"marketId" is required!')
      }
      
      const value_place_19 = obj["place"]
      if (value_place_19 !== undefined) {
        json += ",\"place\":"
        json += asInteger(value_place_19)
      } else {
        throw new Error('"place" is required!')
      }
      
return json + JSON_STR_END_OBJECT

      }
    

    function anonymous5 (obj) {
      // "#/properties/entries/items/properties/selection/properties/waitlist"
      let json = ''
  
    if (obj === null) return JSON_STR_EMPTY_ARRAY
    if (!Array.isArray(obj)) {
      throw new TypeError("The value of '#/properties/entries/items/properties/selection/properties/waitlist' does not match schema definition.")
    }
    const arrayLength = obj.length
  
    json += JSON_STR_BEGIN_ARRAY
  
      if (arrayLength > 0) {
        const value = obj[0]
        json += anonymous6(value)
        for (let i = 1; i < arrayLength; i++) {
          json += JSON_STR_COMMA
          const value = obj[i]
          json += anonymous6(value)
        }
      }
      return json + JSON_STR_END_ARRAY
    }

      // "#/properties/entries/items/properties/selection"
      function anonymous4 (input) {
        const obj = (input && typeof input.toJSON === 'function')
    ? input.toJSON()
    : input
  
        if (obj === null) return JSON_STR_EMPTY_OBJECT
        let json = ''

        
      const value_drawId_15 = obj["drawId"]
      if (value_drawId_15 !== undefined) {
        json += "{\"drawId\":"
        
        if (typeof value_drawId_15 !== 'string') {
          if (value_drawId_15 === null) {
            json += JSON_STR_EMPTY_STRING
          } else if (value_drawId_15 instanceof Date) {
            json += JSON_STR_QUOTE + value_drawId_15.toISOString() + JSON_STR_QUOTE
          } else if (value_drawId_15 instanceof RegExp) {
            json += asString(value_drawId_15.source)
          } else {
            json += asString(value_drawId_15.toString())
          }
        } else {
          json += asString(value_drawId_15)
        }
        
      } else {
        throw new Error('"drawId" is required!')
      }
      
      const value_waitlist_16 = obj["waitlist"]
      if (value_waitlist_16 !== undefined) {
        json += ",\"waitlist\":"
        json += anonymous5(value_waitlist_16)
      } else {
        throw new Error('"waitlist" is required!')
      }
      
      const value_position_20 = obj["position"]
      if (value_position_20 !== undefined) {
        json += ",\"position\":"
        json += asInteger(value_position_20)
      }

      const value_marketId_21 = obj["marketId"]
      if (value_marketId_21 !== undefined) {
        json += ",\"marketId\":"
        
        if (typeof value_marketId_21 !== 'string') {
          if (value_marketId_21 === null) {
            json += JSON_STR_EMPTY_STRING
          } else if (value_marketId_21 instanceof Date) {
            json += JSON_STR_QUOTE + value_marketId_21.toISOString() + JSON_STR_QUOTE
          } else if (value_marketId_21 instanceof RegExp) {
            json += asString(value_marketId_21.source)
          } else {
            json += asString(value_marketId_21.toString())
          }
        } else {
          json += asString(value_marketId_21)
        }
        
      }

      const value_sharedCode_22 = obj["sharedCode"]
      if (value_sharedCode_22 !== undefined) {
        json += ",\"sharedCode\":"
        json += "true"
      }

return json + JSON_STR_END_OBJECT

      }
    

      // "#/properties/entries/items"
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
      
      const value_entry_4 = obj["entry"]
      if (value_entry_4 !== undefined) {
        json += ",\"entry\":"
        json += anonymous3(value_entry_4)
      } else {
        throw new Error('"entry" is required!')
      }
      
      const value_verdict_6 = obj["verdict"]
      if (value_verdict_6 !== undefined) {
        json += ",\"verdict\":"
        
        if (typeof value_verdict_6 !== 'string') {
          if (value_verdict_6 === null) {
            json += JSON_STR_EMPTY_STRING
          } else if (value_verdict_6 instanceof Date) {
            json += JSON_STR_QUOTE + value_verdict_6.toISOString() + JSON_STR_QUOTE
          } else if (value_verdict_6 instanceof RegExp) {
            json += asString(value_verdict_6.source)
          } else {
            json += asString(value_verdict_6.toString())
          }
        } else {
          json += asString(value_verdict_6)
        }
        
      } else {
        throw new Error('"verdict" is required!')
      }
      
      const value_version_7 = obj["version"]
      if (value_version_7 !== undefined) {
        json += ",\"version\":"
        json += asInteger(value_version_7)
      } else {
        throw new Error('"version" is required!')
      }
      
      const value_createdAt_8 = obj["createdAt"]
      if (value_createdAt_8 !== undefined) {
        json += ",\"createdAt\":"
        json += asDateTime(value_createdAt_8)
      } else {
        throw new Error('"createdAt" is required!')
      }
      
      const value_updatedAt_9 = obj["updatedAt"]
      if (value_updatedAt_9 !== undefined) {
        json += ",\"updatedAt\":"
        json += asDateTime(value_updatedAt_9)
      } else {
        throw new Error('"updatedAt" is required!')
      }
      
      const value_fanModifiedAt_10 = obj["fanModifiedAt"]
      if (value_fanModifiedAt_10 !== undefined) {
        json += ",\"fanModifiedAt\":"
        json += asDateTime(value_fanModifiedAt_10)
      } else {
        throw new Error('"fanModifiedAt" is required!')
      }
      
      const value_needsReplication_11 = obj["needsReplication"]
      if (value_needsReplication_11 !== undefined) {
        json += ",\"needsReplication\":"
        json += asBoolean(value_needsReplication_11)
      } else {
        throw new Error('"needsReplication" is required!')
      }
      
      const value_accessCode_12 = obj["accessCode"]
      if (value_accessCode_12 !== undefined) {
        json += ",\"accessCode\":"
        
        if (typeof value_accessCode_12 !== 'string') {
          if (value_accessCode_12 === null) {
            json += JSON_STR_EMPTY_STRING
          } else if (value_accessCode_12 instanceof Date) {
            json += JSON_STR_QUOTE + value_accessCode_12.toISOString() + JSON_STR_QUOTE
          } else if (value_accessCode_12 instanceof RegExp) {
            json += asString(value_accessCode_12.source)
          } else {
            json += asString(value_accessCode_12.toString())
          }
        } else {
          json += asString(value_accessCode_12)
        }
        
      }

      const value_selection_13 = obj["selection"]
      if (value_selection_13 !== undefined) {
        json += ",\"selection\":"
        json += anonymous4(value_selection_13)
      }

      const value_linkedFrom_23 = obj["linkedFrom"]
      if (value_linkedFrom_23 !== undefined) {
        json += ",\"linkedFrom\":"
        
        if (typeof value_linkedFrom_23 !== 'string') {
          if (value_linkedFrom_23 === null) {
            json += JSON_STR_EMPTY_STRING
          } else if (value_linkedFrom_23 instanceof Date) {
            json += JSON_STR_QUOTE + value_linkedFrom_23.toISOString() + JSON_STR_QUOTE
          } else if (value_linkedFrom_23 instanceof RegExp) {
            json += asString(value_linkedFrom_23.source)
          } else {
            json += asString(value_linkedFrom_23.toString())
          }
        } else {
          json += asString(value_linkedFrom_23)
        }
        
      }

return json + JSON_STR_END_OBJECT

      }
    

    function anonymous1 (obj) {
      // "#/properties/entries"
      let json = ''
  
    if (obj === null) return JSON_STR_EMPTY_ARRAY
    if (!Array.isArray(obj)) {
      throw new TypeError("The value of '#/properties/entries' does not match schema definition.")
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

        
      const value_entries_1 = obj["entries"]
      if (value_entries_1 !== undefined) {
        json += "{\"entries\":"
        json += anonymous1(value_entries_1)
      } else {
        throw new Error('"entries" is required!')
      }
      
      const value_next_24 = obj["next"]
      if (value_next_24 !== undefined) {
        json += ",\"next\":"
        
          if (value_next_24 === null) {
            json += JSON_STR_NULL
          }
          
          else if(
            typeof value_next_24 === "string" ||
            value_next_24 === null ||
            value_next_24 instanceof Date ||
            value_next_24 instanceof RegExp ||
            (
              typeof value_next_24 === "object" &&
              typeof value_next_24.toString === "function" &&
              value_next_24.toString !== Object.prototype.toString
            )
          ) {
            
        if (typeof value_next_24 !== 'string') {
          if (value_next_24 === null) {
            json += JSON_STR_EMPTY_STRING
          } else if (value_next_24 instanceof Date) {
            json += JSON_STR_QUOTE + value_next_24.toISOString() + JSON_STR_QUOTE
          } else if (value_next_24 instanceof RegExp) {
            json += asString(value_next_24.source)
          } else {
            json += asString(value_next_24.toString())
          }
        } else {
          json += asString(value_next_24)
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

export const replicate = (function anonymous(validator,serializer
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

        
      const value_sent_1 = obj["sent"]
      if (value_sent_1 !== undefined) {
        json += "{\"sent\":"
        json += asInteger(value_sent_1)
      } else {
        throw new Error('"sent" is required!')
      }
      
      const value_unknown_2 = obj["unknown"]
      if (value_unknown_2 !== undefined) {
        json += ",\"unknown\":"
        json += asInteger(value_unknown_2)
      } else {
        throw new Error('"unknown" is required!')
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

        
      const value_entries_1 = obj["entries"]
      if (value_entries_1 !== undefined) {
        json += "{\"entries\":"
        json += asInteger(value_entries_1)
      } else {
        throw new Error('"entries" is required!')
      }
      
      const value_mails_2 = obj["mails"]
      if (value_mails_2 !== undefined) {
        json += ",\"mails\":"
        json += asInteger(value_mails_2)
      } else {
        throw new Error('"mails" is required!')
      }
      
      const value_lines_3 = obj["lines"]
      if (value_lines_3 !== undefined) {
        json += ",\"lines\":"
        json += asInteger(value_lines_3)
      } else {
        throw new Error('"lines" is required!')
      }
      
      const value_deadLetters_4 = obj["deadLetters"]
      if (value_deadLetters_4 !== undefined) {
        json += ",\"deadLetters\":"
        json += asInteger(value_deadLetters_4)
      } else {
        throw new Error('"deadLetters" is required!')
      }
      
      const value_records_5 = obj["records"]
      if (value_records_5 !== undefined) {
        json += ",\"records\":"
        
          if (value_records_5 === null) {
            json += JSON_STR_NULL
          }
          
          else if(Number.isInteger(value_records_5) || value_records_5 === null) {
            json += asInteger(value_records_5)
          }
        
    else throw new TypeError("The value of '#/properties/records' does not match schema definition.")
  
      } else {
        throw new Error('"records" is required!')
      }
      
      const value_onTheirWay_6 = obj["onTheirWay"]
      if (value_onTheirWay_6 !== undefined) {
        json += ",\"onTheirWay\":"
        
          if (value_onTheirWay_6 === null) {
            json += JSON_STR_NULL
          }
          
          else if(Number.isInteger(value_onTheirWay_6) || value_onTheirWay_6 === null) {
            json += asInteger(value_onTheirWay_6)
          }
        
    else throw new TypeError("The value of '#/properties/onTheirWay' does not match schema definition.")
  
      } else {
        throw new Error('"onTheirWay" is required!')
      }
      
return json + JSON_STR_END_OBJECT

      }
    
    const main = anonymous0
    return main
    
})(null, serialiser);

export const audit = (function anonymous(validator,serializer
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
    
  
    
      // "#/properties/records/items/properties/by"
      function anonymous3 (input) {
        const obj = (input && typeof input.toJSON === 'function')
    ? input.toJSON()
    : input
  
        if (obj === null) return JSON_STR_EMPTY_OBJECT
        let json = ''

        
      const value_kind_7 = obj["kind"]
      if (value_kind_7 !== undefined) {
        json += "{\"kind\":"
        
        if (typeof value_kind_7 !== 'string') {
          if (value_kind_7 === null) {
            json += JSON_STR_EMPTY_STRING
          } else if (value_kind_7 instanceof Date) {
            json += JSON_STR_QUOTE + value_kind_7.toISOString() + JSON_STR_QUOTE
          } else if (value_kind_7 instanceof RegExp) {
            json += asString(value_kind_7.source)
          } else {
            json += asString(value_kind_7.toString())
          }
        } else {
          json += asString(value_kind_7)
        }
        
      } else {
        throw new Error('"kind" is required!')
      }
      
      const value_name_8 = obj["name"]
      if (value_name_8 !== undefined) {
        json += ",\"name\":"
        
        if (typeof value_name_8 !== 'string') {
          if (value_name_8 === null) {
            json += JSON_STR_EMPTY_STRING
          } else if (value_name_8 instanceof Date) {
            json += JSON_STR_QUOTE + value_name_8.toISOString() + JSON_STR_QUOTE
          } else if (value_name_8 instanceof RegExp) {
            json += asString(value_name_8.source)
          } else {
            json += asString(value_name_8.toString())
          }
        } else {
          json += asString(value_name_8)
        }
        
      } else {
        throw new Error('"name" is required!')
      }
      
return json + JSON_STR_END_OBJECT

      }
    

      // "#/properties/records/items/properties/on"
      function anonymous4 (input) {
        const obj = (input && typeof input.toJSON === 'function')
    ? input.toJSON()
    : input
  
        if (obj === null) return JSON_STR_EMPTY_OBJECT
        let json = ''

        let addComma_12 = false

    for (const key of Object.keys(obj)) {
      if (
        
        obj[key] === undefined ||
        typeof obj[key] === 'function' ||
        typeof obj[key] === 'symbol'
      ) continue
      const value = obj[key]
  
        json += addComma_12 ? JSON_STR_COMMA : ((addComma_12 = true), JSON_STR_BEGIN_OBJECT)
        json += asString(key) + JSON_STR_COLONS
        
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
  if (!addComma_12) json += JSON_STR_BEGIN_OBJECT

return json + JSON_STR_END_OBJECT

      }
    

      // "#/properties/records/items"
      function anonymous2 (input) {
        const obj = (input && typeof input.toJSON === 'function')
    ? input.toJSON()
    : input
  
        if (obj === null) return JSON_STR_EMPTY_OBJECT
        let json = ''

        
      const value_number_3 = obj["number"]
      if (value_number_3 !== undefined) {
        json += "{\"number\":"
        json += asInteger(value_number_3)
      } else {
        throw new Error('"number" is required!')
      }
      
      const value_at_4 = obj["at"]
      if (value_at_4 !== undefined) {
        json += ",\"at\":"
        json += asDateTime(value_at_4)
      } else {
        throw new Error('"at" is required!')
      }
      
      const value_by_5 = obj["by"]
      if (value_by_5 !== undefined) {
        json += ",\"by\":"
        json += anonymous3(value_by_5)
      } else {
        throw new Error('"by" is required!')
      }
      
      const value_service_9 = obj["service"]
      if (value_service_9 !== undefined) {
        json += ",\"service\":"
        
        if (typeof value_service_9 !== 'string') {
          if (value_service_9 === null) {
            json += JSON_STR_EMPTY_STRING
          } else if (value_service_9 instanceof Date) {
            json += JSON_STR_QUOTE + value_service_9.toISOString() + JSON_STR_QUOTE
          } else if (value_service_9 instanceof RegExp) {
            json += asString(value_service_9.source)
          } else {
            json += asString(value_service_9.toString())
          }
        } else {
          json += asString(value_service_9)
        }
        
      } else {
        throw new Error('"service" is required!')
      }
      
      const value_operation_10 = obj["operation"]
      if (value_operation_10 !== undefined) {
        json += ",\"operation\":"
        
        if (typeof value_operation_10 !== 'string') {
          if (value_operation_10 === null) {
            json += JSON_STR_EMPTY_STRING
          } else if (value_operation_10 instanceof Date) {
            json += JSON_STR_QUOTE + value_operation_10.toISOString() + JSON_STR_QUOTE
          } else if (value_operation_10 instanceof RegExp) {
            json += asString(value_operation_10.source)
          } else {
            json += asString(value_operation_10.toString())
          }
        } else {
          json += asString(value_operation_10)
        }
        
      } else {
        throw new Error('"operation" is required!')
      }
      
      const value_on_11 = obj["on"]
      if (value_on_11 !== undefined) {
        json += ",\"on\":"
        json += anonymous4(value_on_11)
      } else {
        throw new Error('"on" is required!')
      }
      
      const value_outcome_13 = obj["outcome"]
      if (value_outcome_13 !== undefined) {
        json += ",\"outcome\":"
        
        if (typeof value_outcome_13 !== 'string') {
          if (value_outcome_13 === null) {
            json += JSON_STR_EMPTY_STRING
          } else if (value_outcome_13 instanceof Date) {
            json += JSON_STR_QUOTE + value_outcome_13.toISOString() + JSON_STR_QUOTE
          } else if (value_outcome_13 instanceof RegExp) {
            json += asString(value_outcome_13.source)
          } else {
            json += asString(value_outcome_13.toString())
          }
        } else {
          json += asString(value_outcome_13)
        }
        
      } else {
        throw new Error('"outcome" is required!')
      }
      
      const value_correlationId_14 = obj["correlationId"]
      if (value_correlationId_14 !== undefined) {
        json += ",\"correlationId\":"
        
        if (typeof value_correlationId_14 !== 'string') {
          if (value_correlationId_14 === null) {
            json += JSON_STR_EMPTY_STRING
          } else if (value_correlationId_14 instanceof Date) {
            json += JSON_STR_QUOTE + value_correlationId_14.toISOString() + JSON_STR_QUOTE
          } else if (value_correlationId_14 instanceof RegExp) {
            json += asString(value_correlationId_14.source)
          } else {
            json += asString(value_correlationId_14.toString())
          }
        } else {
          json += asString(value_correlationId_14)
        }
        
      } else {
        throw new Error('"correlationId" is required!')
      }
      
      const value_previous_15 = obj["previous"]
      if (value_previous_15 !== undefined) {
        json += ",\"previous\":"
        
        if (typeof value_previous_15 !== 'string') {
          if (value_previous_15 === null) {
            json += JSON_STR_EMPTY_STRING
          } else if (value_previous_15 instanceof Date) {
            json += JSON_STR_QUOTE + value_previous_15.toISOString() + JSON_STR_QUOTE
          } else if (value_previous_15 instanceof RegExp) {
            json += asString(value_previous_15.source)
          } else {
            json += asString(value_previous_15.toString())
          }
        } else {
          json += asString(value_previous_15)
        }
        
      } else {
        throw new Error('"previous" is required!')
      }
      
      const value_hash_16 = obj["hash"]
      if (value_hash_16 !== undefined) {
        json += ",\"hash\":"
        
        if (typeof value_hash_16 !== 'string') {
          if (value_hash_16 === null) {
            json += JSON_STR_EMPTY_STRING
          } else if (value_hash_16 instanceof Date) {
            json += JSON_STR_QUOTE + value_hash_16.toISOString() + JSON_STR_QUOTE
          } else if (value_hash_16 instanceof RegExp) {
            json += asString(value_hash_16.source)
          } else {
            json += asString(value_hash_16.toString())
          }
        } else {
          json += asString(value_hash_16)
        }
        
      } else {
        throw new Error('"hash" is required!')
      }
      
return json + JSON_STR_END_OBJECT

      }
    

    function anonymous1 (obj) {
      // "#/properties/records"
      let json = ''
  
    if (obj === null) return JSON_STR_EMPTY_ARRAY
    if (!Array.isArray(obj)) {
      throw new TypeError("The value of '#/properties/records' does not match schema definition.")
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

        
      const value_records_1 = obj["records"]
      if (value_records_1 !== undefined) {
        json += "{\"records\":"
        json += anonymous1(value_records_1)
      } else {
        throw new Error('"records" is required!')
      }
      
      const value_next_17 = obj["next"]
      if (value_next_17 !== undefined) {
        json += ",\"next\":"
        
          if (value_next_17 === null) {
            json += JSON_STR_NULL
          }
          
          else if(Number.isInteger(value_next_17) || value_next_17 === null) {
            json += asInteger(value_next_17)
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

export const announceKeyRotation = (function anonymous(validator,serializer
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

        json += JSON_STR_BEGIN_OBJECT

return json + JSON_STR_END_OBJECT

      }
    
    const main = anonymous0
    return main
    
})(null, serialiser);

export const countEvents = (function anonymous(validator,serializer
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

        
      const value_count_1 = obj["count"]
      if (value_count_1 !== undefined) {
        json += "{\"count\":"
        json += asInteger(value_count_1)
      } else {
        throw new Error('"count" is required!')
      }
      
return json + JSON_STR_END_OBJECT

      }
    
    const main = anonymous0
    return main
    
})(null, serialiser);
