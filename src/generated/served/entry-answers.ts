// @ts-nocheck
// Printed from src/services/entry/contract.ts by `npm run generate`. Change that file instead.
import Serialiser from 'fast-json-stringify/lib/serializer.js';

const serialiser = new Serialiser({});
export const upsertEntries = (function anonymous(validator,serializer
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
      
      const value_campaignId_4 = obj["campaignId"]
      if (value_campaignId_4 !== undefined) {
        json += ",\"campaignId\":"
        
        if (typeof value_campaignId_4 !== 'string') {
          if (value_campaignId_4 === null) {
            json += JSON_STR_EMPTY_STRING
          } else if (value_campaignId_4 instanceof Date) {
            json += JSON_STR_QUOTE + value_campaignId_4.toISOString() + JSON_STR_QUOTE
          } else if (value_campaignId_4 instanceof RegExp) {
            json += asString(value_campaignId_4.source)
          } else {
            json += asString(value_campaignId_4.toString())
          }
        } else {
          json += asString(value_campaignId_4)
        }
        
      } else {
        throw new Error('"campaignId" is required!')
      }
      
      const value_outcome_5 = obj["outcome"]
      if (value_outcome_5 !== undefined) {
        json += ",\"outcome\":"
        
        if (typeof value_outcome_5 !== 'string') {
          if (value_outcome_5 === null) {
            json += JSON_STR_EMPTY_STRING
          } else if (value_outcome_5 instanceof Date) {
            json += JSON_STR_QUOTE + value_outcome_5.toISOString() + JSON_STR_QUOTE
          } else if (value_outcome_5 instanceof RegExp) {
            json += asString(value_outcome_5.source)
          } else {
            json += asString(value_outcome_5.toString())
          }
        } else {
          json += asString(value_outcome_5)
        }
        
      } else {
        throw new Error('"outcome" is required!')
      }
      
      const value_scored_6 = obj["scored"]
      if (value_scored_6 !== undefined) {
        json += ",\"scored\":"
        json += asBoolean(value_scored_6)
      } else {
        throw new Error('"scored" is required!')
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

export const deleteEntries = (function anonymous(validator,serializer
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
      
      const value_campaignId_4 = obj["campaignId"]
      if (value_campaignId_4 !== undefined) {
        json += ",\"campaignId\":"
        
        if (typeof value_campaignId_4 !== 'string') {
          if (value_campaignId_4 === null) {
            json += JSON_STR_EMPTY_STRING
          } else if (value_campaignId_4 instanceof Date) {
            json += JSON_STR_QUOTE + value_campaignId_4.toISOString() + JSON_STR_QUOTE
          } else if (value_campaignId_4 instanceof RegExp) {
            json += asString(value_campaignId_4.source)
          } else {
            json += asString(value_campaignId_4.toString())
          }
        } else {
          json += asString(value_campaignId_4)
        }
        
      } else {
        throw new Error('"campaignId" is required!')
      }
      
      const value_outcome_5 = obj["outcome"]
      if (value_outcome_5 !== undefined) {
        json += ",\"outcome\":"
        
        if (typeof value_outcome_5 !== 'string') {
          if (value_outcome_5 === null) {
            json += JSON_STR_EMPTY_STRING
          } else if (value_outcome_5 instanceof Date) {
            json += JSON_STR_QUOTE + value_outcome_5.toISOString() + JSON_STR_QUOTE
          } else if (value_outcome_5 instanceof RegExp) {
            json += asString(value_outcome_5.source)
          } else {
            json += asString(value_outcome_5.toString())
          }
        } else {
          json += asString(value_outcome_5)
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

export const getEntry = (function anonymous(validator,serializer
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
    
  
    
      // "#/properties/entry"
      function anonymous1 (input) {
        const obj = (input && typeof input.toJSON === 'function')
    ? input.toJSON()
    : input
  
        if (obj === null) return JSON_STR_EMPTY_OBJECT
        let json = ''

        let addComma_4 = false

    for (const key of Object.keys(obj)) {
      if (
        
        obj[key] === undefined ||
        typeof obj[key] === 'function' ||
        typeof obj[key] === 'symbol'
      ) continue
      const value = obj[key]
  
        json += addComma_4 ? JSON_STR_COMMA : ((addComma_4 = true), JSON_STR_BEGIN_OBJECT)
        json += asString(key) + JSON_STR_COLONS
        json += JSON.stringify(value)
      
    }
  if (!addComma_4) json += JSON_STR_BEGIN_OBJECT

return json + JSON_STR_END_OBJECT

      }
    

      // "#/properties/selection/properties/waitlist/items"
      function anonymous4 (input) {
        const obj = (input && typeof input.toJSON === 'function')
    ? input.toJSON()
    : input
  
        if (obj === null) return JSON_STR_EMPTY_OBJECT
        let json = ''

        
      const value_marketId_17 = obj["marketId"]
      if (value_marketId_17 !== undefined) {
        json += "{\"marketId\":"
        
        if (typeof value_marketId_17 !== 'string') {
          if (value_marketId_17 === null) {
            json += JSON_STR_EMPTY_STRING
          } else if (value_marketId_17 instanceof Date) {
            json += JSON_STR_QUOTE + value_marketId_17.toISOString() + JSON_STR_QUOTE
          } else if (value_marketId_17 instanceof RegExp) {
            json += asString(value_marketId_17.source)
          } else {
            json += asString(value_marketId_17.toString())
          }
        } else {
          json += asString(value_marketId_17)
        }
        
      } else {
        throw new Error('"marketId" is required!')
      }
      
      const value_place_18 = obj["place"]
      if (value_place_18 !== undefined) {
        json += ",\"place\":"
        json += asInteger(value_place_18)
      } else {
        throw new Error('"place" is required!')
      }
      
return json + JSON_STR_END_OBJECT

      }
    

    function anonymous3 (obj) {
      // "#/properties/selection/properties/waitlist"
      let json = ''
  
    if (obj === null) return JSON_STR_EMPTY_ARRAY
    if (!Array.isArray(obj)) {
      throw new TypeError("The value of '#/properties/selection/properties/waitlist' does not match schema definition.")
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

      // "#/properties/selection"
      function anonymous2 (input) {
        const obj = (input && typeof input.toJSON === 'function')
    ? input.toJSON()
    : input
  
        if (obj === null) return JSON_STR_EMPTY_OBJECT
        let json = ''

        
      const value_drawId_14 = obj["drawId"]
      if (value_drawId_14 !== undefined) {
        json += "{\"drawId\":"
        
        if (typeof value_drawId_14 !== 'string') {
          if (value_drawId_14 === null) {
            json += JSON_STR_EMPTY_STRING
          } else if (value_drawId_14 instanceof Date) {
            json += JSON_STR_QUOTE + value_drawId_14.toISOString() + JSON_STR_QUOTE
          } else if (value_drawId_14 instanceof RegExp) {
            json += asString(value_drawId_14.source)
          } else {
            json += asString(value_drawId_14.toString())
          }
        } else {
          json += asString(value_drawId_14)
        }
        
      } else {
        throw new Error('"drawId" is required!')
      }
      
      const value_waitlist_15 = obj["waitlist"]
      if (value_waitlist_15 !== undefined) {
        json += ",\"waitlist\":"
        json += anonymous3(value_waitlist_15)
      } else {
        throw new Error('"waitlist" is required!')
      }
      
      const value_position_19 = obj["position"]
      if (value_position_19 !== undefined) {
        json += ",\"position\":"
        json += asInteger(value_position_19)
      }

      const value_marketId_20 = obj["marketId"]
      if (value_marketId_20 !== undefined) {
        json += ",\"marketId\":"
        
        if (typeof value_marketId_20 !== 'string') {
          if (value_marketId_20 === null) {
            json += JSON_STR_EMPTY_STRING
          } else if (value_marketId_20 instanceof Date) {
            json += JSON_STR_QUOTE + value_marketId_20.toISOString() + JSON_STR_QUOTE
          } else if (value_marketId_20 instanceof RegExp) {
            json += asString(value_marketId_20.source)
          } else {
            json += asString(value_marketId_20.toString())
          }
        } else {
          json += asString(value_marketId_20)
        }
        
      }

      const value_sharedCode_21 = obj["sharedCode"]
      if (value_sharedCode_21 !== undefined) {
        json += ",\"sharedCode\":"
        json += "true"
      }

return json + JSON_STR_END_OBJECT

      }
    

      // "#"
      function anonymous0 (input) {
        const obj = (input && typeof input.toJSON === 'function')
    ? input.toJSON()
    : input
  
        if (obj === null) return JSON_STR_EMPTY_OBJECT
        let json = ''

        
      const value_campaignId_1 = obj["campaignId"]
      if (value_campaignId_1 !== undefined) {
        json += "{\"campaignId\":"
        
        if (typeof value_campaignId_1 !== 'string') {
          if (value_campaignId_1 === null) {
            json += JSON_STR_EMPTY_STRING
          } else if (value_campaignId_1 instanceof Date) {
            json += JSON_STR_QUOTE + value_campaignId_1.toISOString() + JSON_STR_QUOTE
          } else if (value_campaignId_1 instanceof RegExp) {
            json += asString(value_campaignId_1.source)
          } else {
            json += asString(value_campaignId_1.toString())
          }
        } else {
          json += asString(value_campaignId_1)
        }
        
      } else {
        throw new Error('"campaignId" is required!')
      }
      
      const value_globalUserId_2 = obj["globalUserId"]
      if (value_globalUserId_2 !== undefined) {
        json += ",\"globalUserId\":"
        
        if (typeof value_globalUserId_2 !== 'string') {
          if (value_globalUserId_2 === null) {
            json += JSON_STR_EMPTY_STRING
          } else if (value_globalUserId_2 instanceof Date) {
            json += JSON_STR_QUOTE + value_globalUserId_2.toISOString() + JSON_STR_QUOTE
          } else if (value_globalUserId_2 instanceof RegExp) {
            json += asString(value_globalUserId_2.source)
          } else {
            json += asString(value_globalUserId_2.toString())
          }
        } else {
          json += asString(value_globalUserId_2)
        }
        
      } else {
        throw new Error('"globalUserId" is required!')
      }
      
      const value_entry_3 = obj["entry"]
      if (value_entry_3 !== undefined) {
        json += ",\"entry\":"
        json += anonymous1(value_entry_3)
      } else {
        throw new Error('"entry" is required!')
      }
      
      const value_verdict_5 = obj["verdict"]
      if (value_verdict_5 !== undefined) {
        json += ",\"verdict\":"
        
        if (typeof value_verdict_5 !== 'string') {
          if (value_verdict_5 === null) {
            json += JSON_STR_EMPTY_STRING
          } else if (value_verdict_5 instanceof Date) {
            json += JSON_STR_QUOTE + value_verdict_5.toISOString() + JSON_STR_QUOTE
          } else if (value_verdict_5 instanceof RegExp) {
            json += asString(value_verdict_5.source)
          } else {
            json += asString(value_verdict_5.toString())
          }
        } else {
          json += asString(value_verdict_5)
        }
        
      } else {
        throw new Error('"verdict" is required!')
      }
      
      const value_version_6 = obj["version"]
      if (value_version_6 !== undefined) {
        json += ",\"version\":"
        json += asInteger(value_version_6)
      } else {
        throw new Error('"version" is required!')
      }
      
      const value_createdAt_7 = obj["createdAt"]
      if (value_createdAt_7 !== undefined) {
        json += ",\"createdAt\":"
        json += asDateTime(value_createdAt_7)
      } else {
        throw new Error('"createdAt" is required!')
      }
      
      const value_updatedAt_8 = obj["updatedAt"]
      if (value_updatedAt_8 !== undefined) {
        json += ",\"updatedAt\":"
        json += asDateTime(value_updatedAt_8)
      } else {
        throw new Error('"updatedAt" is required!')
      }
      
      const value_fanModifiedAt_9 = obj["fanModifiedAt"]
      if (value_fanModifiedAt_9 !== undefined) {
        json += ",\"fanModifiedAt\":"
        json += asDateTime(value_fanModifiedAt_9)
      } else {
        throw new Error('"fanModifiedAt" is required!')
      }
      
      const value_score_10 = obj["score"]
      if (value_score_10 !== undefined) {
        json += ",\"score\":"
        
          if (value_score_10 === null) {
            json += JSON_STR_NULL
          }
          
          else if(Number.isInteger(value_score_10) || value_score_10 === null) {
            json += asInteger(value_score_10)
          }
        
    else throw new TypeError("The value of '#/properties/score' does not match schema definition.")
  
      } else {
        throw new Error('"score" is required!')
      }
      
      const value_accessCode_11 = obj["accessCode"]
      if (value_accessCode_11 !== undefined) {
        json += ",\"accessCode\":"
        
        if (typeof value_accessCode_11 !== 'string') {
          if (value_accessCode_11 === null) {
            json += JSON_STR_EMPTY_STRING
          } else if (value_accessCode_11 instanceof Date) {
            json += JSON_STR_QUOTE + value_accessCode_11.toISOString() + JSON_STR_QUOTE
          } else if (value_accessCode_11 instanceof RegExp) {
            json += asString(value_accessCode_11.source)
          } else {
            json += asString(value_accessCode_11.toString())
          }
        } else {
          json += asString(value_accessCode_11)
        }
        
      }

      const value_selection_12 = obj["selection"]
      if (value_selection_12 !== undefined) {
        json += ",\"selection\":"
        json += anonymous2(value_selection_12)
      }

      const value_linkedFrom_22 = obj["linkedFrom"]
      if (value_linkedFrom_22 !== undefined) {
        json += ",\"linkedFrom\":"
        
        if (typeof value_linkedFrom_22 !== 'string') {
          if (value_linkedFrom_22 === null) {
            json += JSON_STR_EMPTY_STRING
          } else if (value_linkedFrom_22 instanceof Date) {
            json += JSON_STR_QUOTE + value_linkedFrom_22.toISOString() + JSON_STR_QUOTE
          } else if (value_linkedFrom_22 instanceof RegExp) {
            json += asString(value_linkedFrom_22.source)
          } else {
            json += asString(value_linkedFrom_22.toString())
          }
        } else {
          json += asString(value_linkedFrom_22)
        }
        
      }

return json + JSON_STR_END_OBJECT

      }
    
    const main = anonymous0
    return main
    
})(null, serialiser);

export const getEntries = (function anonymous(validator,serializer
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

        let addComma_6 = false

    for (const key of Object.keys(obj)) {
      if (
        
        obj[key] === undefined ||
        typeof obj[key] === 'function' ||
        typeof obj[key] === 'symbol'
      ) continue
      const value = obj[key]
  
        json += addComma_6 ? JSON_STR_COMMA : ((addComma_6 = true), JSON_STR_BEGIN_OBJECT)
        json += asString(key) + JSON_STR_COLONS
        json += JSON.stringify(value)
      
    }
  if (!addComma_6) json += JSON_STR_BEGIN_OBJECT

return json + JSON_STR_END_OBJECT

      }
    

      // "#/properties/entries/items/properties/selection/properties/waitlist/items"
      function anonymous6 (input) {
        const obj = (input && typeof input.toJSON === 'function')
    ? input.toJSON()
    : input
  
        if (obj === null) return JSON_STR_EMPTY_OBJECT
        let json = ''

        
      const value_marketId_19 = obj["marketId"]
      if (value_marketId_19 !== undefined) {
        json += "{\"marketId\":"
        
        if (typeof value_marketId_19 !== 'string') {
          if (value_marketId_19 === null) {
            json += JSON_STR_EMPTY_STRING
          } else if (value_marketId_19 instanceof Date) {
            json += JSON_STR_QUOTE + value_marketId_19.toISOString() + JSON_STR_QUOTE
          } else if (value_marketId_19 instanceof RegExp) {
            json += asString(value_marketId_19.source)
          } else {
            json += asString(value_marketId_19.toString())
          }
        } else {
          json += asString(value_marketId_19)
        }
        
      } else {
        throw new Error('"marketId" is required!')
      }
      
      const value_place_20 = obj["place"]
      if (value_place_20 !== undefined) {
        json += ",\"place\":"
        json += asInteger(value_place_20)
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

        
      const value_drawId_16 = obj["drawId"]
      if (value_drawId_16 !== undefined) {
        json += "{\"drawId\":"
        
        if (typeof value_drawId_16 !== 'string') {
          if (value_drawId_16 === null) {
            json += JSON_STR_EMPTY_STRING
          } else if (value_drawId_16 instanceof Date) {
            json += JSON_STR_QUOTE + value_drawId_16.toISOString() + JSON_STR_QUOTE
          } else if (value_drawId_16 instanceof RegExp) {
            json += asString(value_drawId_16.source)
          } else {
            json += asString(value_drawId_16.toString())
          }
        } else {
          json += asString(value_drawId_16)
        }
        
      } else {
        throw new Error('"drawId" is required!')
      }
      
      const value_waitlist_17 = obj["waitlist"]
      if (value_waitlist_17 !== undefined) {
        json += ",\"waitlist\":"
        json += anonymous5(value_waitlist_17)
      } else {
        throw new Error('"waitlist" is required!')
      }
      
      const value_position_21 = obj["position"]
      if (value_position_21 !== undefined) {
        json += ",\"position\":"
        json += asInteger(value_position_21)
      }

      const value_marketId_22 = obj["marketId"]
      if (value_marketId_22 !== undefined) {
        json += ",\"marketId\":"
        
        if (typeof value_marketId_22 !== 'string') {
          if (value_marketId_22 === null) {
            json += JSON_STR_EMPTY_STRING
          } else if (value_marketId_22 instanceof Date) {
            json += JSON_STR_QUOTE + value_marketId_22.toISOString() + JSON_STR_QUOTE
          } else if (value_marketId_22 instanceof RegExp) {
            json += asString(value_marketId_22.source)
          } else {
            json += asString(value_marketId_22.toString())
          }
        } else {
          json += asString(value_marketId_22)
        }
        
      }

      const value_sharedCode_23 = obj["sharedCode"]
      if (value_sharedCode_23 !== undefined) {
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

        
      const value_campaignId_3 = obj["campaignId"]
      if (value_campaignId_3 !== undefined) {
        json += "{\"campaignId\":"
        
        if (typeof value_campaignId_3 !== 'string') {
          if (value_campaignId_3 === null) {
            json += JSON_STR_EMPTY_STRING
          } else if (value_campaignId_3 instanceof Date) {
            json += JSON_STR_QUOTE + value_campaignId_3.toISOString() + JSON_STR_QUOTE
          } else if (value_campaignId_3 instanceof RegExp) {
            json += asString(value_campaignId_3.source)
          } else {
            json += asString(value_campaignId_3.toString())
          }
        } else {
          json += asString(value_campaignId_3)
        }
        
      } else {
        throw new Error('"campaignId" is required!')
      }
      
      const value_globalUserId_4 = obj["globalUserId"]
      if (value_globalUserId_4 !== undefined) {
        json += ",\"globalUserId\":"
        
        if (typeof value_globalUserId_4 !== 'string') {
          if (value_globalUserId_4 === null) {
            json += JSON_STR_EMPTY_STRING
          } else if (value_globalUserId_4 instanceof Date) {
            json += JSON_STR_QUOTE + value_globalUserId_4.toISOString() + JSON_STR_QUOTE
          } else if (value_globalUserId_4 instanceof RegExp) {
            json += asString(value_globalUserId_4.source)
          } else {
            json += asString(value_globalUserId_4.toString())
          }
        } else {
          json += asString(value_globalUserId_4)
        }
        
      } else {
        throw new Error('"globalUserId" is required!')
      }
      
      const value_entry_5 = obj["entry"]
      if (value_entry_5 !== undefined) {
        json += ",\"entry\":"
        json += anonymous3(value_entry_5)
      } else {
        throw new Error('"entry" is required!')
      }
      
      const value_verdict_7 = obj["verdict"]
      if (value_verdict_7 !== undefined) {
        json += ",\"verdict\":"
        
        if (typeof value_verdict_7 !== 'string') {
          if (value_verdict_7 === null) {
            json += JSON_STR_EMPTY_STRING
          } else if (value_verdict_7 instanceof Date) {
            json += JSON_STR_QUOTE + value_verdict_7.toISOString() + JSON_STR_QUOTE
          } else if (value_verdict_7 instanceof RegExp) {
            json += asString(value_verdict_7.source)
          } else {
            json += asString(value_verdict_7.toString())
          }
        } else {
          json += asString(value_verdict_7)
        }
        
      } else {
        throw new Error('"verdict" is required!')
      }
      
      const value_version_8 = obj["version"]
      if (value_version_8 !== undefined) {
        json += ",\"version\":"
        json += asInteger(value_version_8)
      } else {
        throw new Error('"version" is required!')
      }
      
      const value_createdAt_9 = obj["createdAt"]
      if (value_createdAt_9 !== undefined) {
        json += ",\"createdAt\":"
        json += asDateTime(value_createdAt_9)
      } else {
        throw new Error('"createdAt" is required!')
      }
      
      const value_updatedAt_10 = obj["updatedAt"]
      if (value_updatedAt_10 !== undefined) {
        json += ",\"updatedAt\":"
        json += asDateTime(value_updatedAt_10)
      } else {
        throw new Error('"updatedAt" is required!')
      }
      
      const value_fanModifiedAt_11 = obj["fanModifiedAt"]
      if (value_fanModifiedAt_11 !== undefined) {
        json += ",\"fanModifiedAt\":"
        json += asDateTime(value_fanModifiedAt_11)
      } else {
        throw new Error('"fanModifiedAt" is required!')
      }
      
      const value_score_12 = obj["score"]
      if (value_score_12 !== undefined) {
        json += ",\"score\":"
        
          if (value_score_12 === null) {
            json += JSON_STR_NULL
          }
          
          else if(Number.isInteger(value_score_12) || value_score_12 === null) {
            json += asInteger(value_score_12)
          }
        
    else throw new TypeError("The value of '#/properties/entries/items/properties/score' does not match schema definition.")
  
      } else {
        throw new Error('"score" is required!')
      }
      
      const value_accessCode_13 = obj["accessCode"]
      if (value_accessCode_13 !== undefined) {
        json += ",\"accessCode\":"
        
        if (typeof value_accessCode_13 !== 'string') {
          if (value_accessCode_13 === null) {
            json += JSON_STR_EMPTY_STRING
          } else if (value_accessCode_13 instanceof Date) {
            json += JSON_STR_QUOTE + value_accessCode_13.toISOString() + JSON_STR_QUOTE
          } else if (value_accessCode_13 instanceof RegExp) {
            json += asString(value_accessCode_13.source)
          } else {
            json += asString(value_accessCode_13.toString())
          }
        } else {
          json += asString(value_accessCode_13)
        }
        
      }

      const value_selection_14 = obj["selection"]
      if (value_selection_14 !== undefined) {
        json += ",\"selection\":"
        json += anonymous4(value_selection_14)
      }

      const value_linkedFrom_24 = obj["linkedFrom"]
      if (value_linkedFrom_24 !== undefined) {
        json += ",\"linkedFrom\":"
        
        if (typeof value_linkedFrom_24 !== 'string') {
          if (value_linkedFrom_24 === null) {
            json += JSON_STR_EMPTY_STRING
          } else if (value_linkedFrom_24 instanceof Date) {
            json += JSON_STR_QUOTE + value_linkedFrom_24.toISOString() + JSON_STR_QUOTE
          } else if (value_linkedFrom_24 instanceof RegExp) {
            json += asString(value_linkedFrom_24.source)
          } else {
            json += asString(value_linkedFrom_24.toString())
          }
        } else {
          json += asString(value_linkedFrom_24)
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
        
          if (value === null) {
            json += JSON_STR_NULL
          }
          
          else if((typeof value === "object" && !Array.isArray(value)) || value === null) {
            json += anonymous2(value)
          }
        
    else throw new TypeError("The value of '#/properties/entries/items' does not match schema definition.")
  
        for (let i = 1; i < arrayLength; i++) {
          json += JSON_STR_COMMA
          const value = obj[i]
          
          if (value === null) {
            json += JSON_STR_NULL
          }
          
          else if((typeof value === "object" && !Array.isArray(value)) || value === null) {
            json += anonymous2(value)
          }
        
    else throw new TypeError("The value of '#/properties/entries/items' does not match schema definition.")
  
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
      
return json + JSON_STR_END_OBJECT

      }
    
    const main = anonymous0
    return main
    
})(null, serialiser);

export const listEntries = (function anonymous(validator,serializer
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

        let addComma_6 = false

    for (const key of Object.keys(obj)) {
      if (
        
        obj[key] === undefined ||
        typeof obj[key] === 'function' ||
        typeof obj[key] === 'symbol'
      ) continue
      const value = obj[key]
  
        json += addComma_6 ? JSON_STR_COMMA : ((addComma_6 = true), JSON_STR_BEGIN_OBJECT)
        json += asString(key) + JSON_STR_COLONS
        json += JSON.stringify(value)
      
    }
  if (!addComma_6) json += JSON_STR_BEGIN_OBJECT

return json + JSON_STR_END_OBJECT

      }
    

      // "#/properties/entries/items/properties/selection/properties/waitlist/items"
      function anonymous6 (input) {
        const obj = (input && typeof input.toJSON === 'function')
    ? input.toJSON()
    : input
  
        if (obj === null) return JSON_STR_EMPTY_OBJECT
        let json = ''

        
      const value_marketId_19 = obj["marketId"]
      if (value_marketId_19 !== undefined) {
        json += "{\"marketId\":"
        
        if (typeof value_marketId_19 !== 'string') {
          if (value_marketId_19 === null) {
            json += JSON_STR_EMPTY_STRING
          } else if (value_marketId_19 instanceof Date) {
            json += JSON_STR_QUOTE + value_marketId_19.toISOString() + JSON_STR_QUOTE
          } else if (value_marketId_19 instanceof RegExp) {
            json += asString(value_marketId_19.source)
          } else {
            json += asString(value_marketId_19.toString())
          }
        } else {
          json += asString(value_marketId_19)
        }
        
      } else {
        throw new Error('"marketId" is required!')
      }
      
      const value_place_20 = obj["place"]
      if (value_place_20 !== undefined) {
        json += ",\"place\":"
        json += asInteger(value_place_20)
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

        
      const value_drawId_16 = obj["drawId"]
      if (value_drawId_16 !== undefined) {
        json += "{\"drawId\":"
        
        if (typeof value_drawId_16 !== 'string') {
          if (value_drawId_16 === null) {
            json += JSON_STR_EMPTY_STRING
          } else if (value_drawId_16 instanceof Date) {
            json += JSON_STR_QUOTE + value_drawId_16.toISOString() + JSON_STR_QUOTE
          } else if (value_drawId_16 instanceof RegExp) {
            json += asString(value_drawId_16.source)
          } else {
            json += asString(value_drawId_16.toString())
          }
        } else {
          json += asString(value_drawId_16)
        }
        
      } else {
        throw new Error('"drawId" is required!')
      }
      
      const value_waitlist_17 = obj["waitlist"]
      if (value_waitlist_17 !== undefined) {
        json += ",\"waitlist\":"
        json += anonymous5(value_waitlist_17)
      } else {
        throw new Error('"waitlist" is required!')
      }
      
      const value_position_21 = obj["position"]
      if (value_position_21 !== undefined) {
        json += ",\"position\":"
        json += asInteger(value_position_21)
      }

      const value_marketId_22 = obj["marketId"]
      if (value_marketId_22 !== undefined) {
        json += ",\"marketId\":"
        
        if (typeof value_marketId_22 !== 'string') {
          if (value_marketId_22 === null) {
            json += JSON_STR_EMPTY_STRING
          } else if (value_marketId_22 instanceof Date) {
            json += JSON_STR_QUOTE + value_marketId_22.toISOString() + JSON_STR_QUOTE
          } else if (value_marketId_22 instanceof RegExp) {
            json += asString(value_marketId_22.source)
          } else {
            json += asString(value_marketId_22.toString())
          }
        } else {
          json += asString(value_marketId_22)
        }
        
      }

      const value_sharedCode_23 = obj["sharedCode"]
      if (value_sharedCode_23 !== undefined) {
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

        
      const value_campaignId_3 = obj["campaignId"]
      if (value_campaignId_3 !== undefined) {
        json += "{\"campaignId\":"
        
        if (typeof value_campaignId_3 !== 'string') {
          if (value_campaignId_3 === null) {
            json += JSON_STR_EMPTY_STRING
          } else if (value_campaignId_3 instanceof Date) {
            json += JSON_STR_QUOTE + value_campaignId_3.toISOString() + JSON_STR_QUOTE
          } else if (value_campaignId_3 instanceof RegExp) {
            json += asString(value_campaignId_3.source)
          } else {
            json += asString(value_campaignId_3.toString())
          }
        } else {
          json += asString(value_campaignId_3)
        }
        
      } else {
        throw new Error('"campaignId" is required!')
      }
      
      const value_globalUserId_4 = obj["globalUserId"]
      if (value_globalUserId_4 !== undefined) {
        json += ",\"globalUserId\":"
        
        if (typeof value_globalUserId_4 !== 'string') {
          if (value_globalUserId_4 === null) {
            json += JSON_STR_EMPTY_STRING
          } else if (value_globalUserId_4 instanceof Date) {
            json += JSON_STR_QUOTE + value_globalUserId_4.toISOString() + JSON_STR_QUOTE
          } else if (value_globalUserId_4 instanceof RegExp) {
            json += asString(value_globalUserId_4.source)
          } else {
            json += asString(value_globalUserId_4.toString())
          }
        } else {
          json += asString(value_globalUserId_4)
        }
        
      } else {
        throw new Error('"globalUserId" is required!')
      }
      
      const value_entry_5 = obj["entry"]
      if (value_entry_5 !== undefined) {
        json += ",\"entry\":"
        json += anonymous3(value_entry_5)
      } else {
        throw new Error('"entry" is required!')
      }
      
      const value_verdict_7 = obj["verdict"]
      if (value_verdict_7 !== undefined) {
        json += ",\"verdict\":"
        
        if (typeof value_verdict_7 !== 'string') {
          if (value_verdict_7 === null) {
            json += JSON_STR_EMPTY_STRING
          } else if (value_verdict_7 instanceof Date) {
            json += JSON_STR_QUOTE + value_verdict_7.toISOString() + JSON_STR_QUOTE
          } else if (value_verdict_7 instanceof RegExp) {
            json += asString(value_verdict_7.source)
          } else {
            json += asString(value_verdict_7.toString())
          }
        } else {
          json += asString(value_verdict_7)
        }
        
      } else {
        throw new Error('"verdict" is required!')
      }
      
      const value_version_8 = obj["version"]
      if (value_version_8 !== undefined) {
        json += ",\"version\":"
        json += asInteger(value_version_8)
      } else {
        throw new Error('"version" is required!')
      }
      
      const value_createdAt_9 = obj["createdAt"]
      if (value_createdAt_9 !== undefined) {
        json += ",\"createdAt\":"
        json += asDateTime(value_createdAt_9)
      } else {
        throw new Error('"createdAt" is required!')
      }
      
      const value_updatedAt_10 = obj["updatedAt"]
      if (value_updatedAt_10 !== undefined) {
        json += ",\"updatedAt\":"
        json += asDateTime(value_updatedAt_10)
      } else {
        throw new Error('"updatedAt" is required!')
      }
      
      const value_fanModifiedAt_11 = obj["fanModifiedAt"]
      if (value_fanModifiedAt_11 !== undefined) {
        json += ",\"fanModifiedAt\":"
        json += asDateTime(value_fanModifiedAt_11)
      } else {
        throw new Error('"fanModifiedAt" is required!')
      }
      
      const value_score_12 = obj["score"]
      if (value_score_12 !== undefined) {
        json += ",\"score\":"
        
          if (value_score_12 === null) {
            json += JSON_STR_NULL
          }
          
          else if(Number.isInteger(value_score_12) || value_score_12 === null) {
            json += asInteger(value_score_12)
          }
        
    else throw new TypeError("The value of '#/properties/entries/items/properties/score' does not match schema definition.")
  
      } else {
        throw new Error('"score" is required!')
      }
      
      const value_accessCode_13 = obj["accessCode"]
      if (value_accessCode_13 !== undefined) {
        json += ",\"accessCode\":"
        
        if (typeof value_accessCode_13 !== 'string') {
          if (value_accessCode_13 === null) {
            json += JSON_STR_EMPTY_STRING
          } else if (value_accessCode_13 instanceof Date) {
            json += JSON_STR_QUOTE + value_accessCode_13.toISOString() + JSON_STR_QUOTE
          } else if (value_accessCode_13 instanceof RegExp) {
            json += asString(value_accessCode_13.source)
          } else {
            json += asString(value_accessCode_13.toString())
          }
        } else {
          json += asString(value_accessCode_13)
        }
        
      }

      const value_selection_14 = obj["selection"]
      if (value_selection_14 !== undefined) {
        json += ",\"selection\":"
        json += anonymous4(value_selection_14)
      }

      const value_linkedFrom_24 = obj["linkedFrom"]
      if (value_linkedFrom_24 !== undefined) {
        json += ",\"linkedFrom\":"
        
        if (typeof value_linkedFrom_24 !== 'string') {
          if (value_linkedFrom_24 === null) {
            json += JSON_STR_EMPTY_STRING
          } else if (value_linkedFrom_24 instanceof Date) {
            json += JSON_STR_QUOTE + value_linkedFrom_24.toISOString() + JSON_STR_QUOTE
          } else if (value_linkedFrom_24 instanceof RegExp) {
            json += asString(value_linkedFrom_24.source)
          } else {
            json += asString(value_linkedFrom_24.toString())
          }
        } else {
          json += asString(value_linkedFrom_24)
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
      
      const value_next_25 = obj["next"]
      if (value_next_25 !== undefined) {
        json += ",\"next\":"
        
          if (value_next_25 === null) {
            json += JSON_STR_NULL
          }
          
          else if(
            typeof value_next_25 === "string" ||
            value_next_25 === null ||
            value_next_25 instanceof Date ||
            value_next_25 instanceof RegExp ||
            (
              typeof value_next_25 === "object" &&
              typeof value_next_25.toString === "function" &&
              value_next_25.toString !== Object.prototype.toString
            )
          ) {
            
        if (typeof value_next_25 !== 'string') {
          if (value_next_25 === null) {
            json += JSON_STR_EMPTY_STRING
          } else if (value_next_25 instanceof Date) {
            json += JSON_STR_QUOTE + value_next_25.toISOString() + JSON_STR_QUOTE
          } else if (value_next_25 instanceof RegExp) {
            json += asString(value_next_25.source)
          } else {
            json += asString(value_next_25.toString())
          }
        } else {
          json += asString(value_next_25)
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

export const listEntryParts = (function anonymous(validator,serializer
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
      // "#/properties/parts"
      let json = ''
  
    if (obj === null) return JSON_STR_EMPTY_ARRAY
    if (!Array.isArray(obj)) {
      throw new TypeError("The value of '#/properties/parts' does not match schema definition.")
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

        
      const value_parts_1 = obj["parts"]
      if (value_parts_1 !== undefined) {
        json += "{\"parts\":"
        json += anonymous1(value_parts_1)
      } else {
        throw new Error('"parts" is required!')
      }
      
return json + JSON_STR_END_OBJECT

      }
    
    const main = anonymous0
    return main
    
})(null, serialiser);

export const getEntriesByMarket = (function anonymous(validator,serializer
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

        let addComma_6 = false

    for (const key of Object.keys(obj)) {
      if (
        
        obj[key] === undefined ||
        typeof obj[key] === 'function' ||
        typeof obj[key] === 'symbol'
      ) continue
      const value = obj[key]
  
        json += addComma_6 ? JSON_STR_COMMA : ((addComma_6 = true), JSON_STR_BEGIN_OBJECT)
        json += asString(key) + JSON_STR_COLONS
        json += JSON.stringify(value)
      
    }
  if (!addComma_6) json += JSON_STR_BEGIN_OBJECT

return json + JSON_STR_END_OBJECT

      }
    

      // "#/properties/entries/items/properties/selection/properties/waitlist/items"
      function anonymous6 (input) {
        const obj = (input && typeof input.toJSON === 'function')
    ? input.toJSON()
    : input
  
        if (obj === null) return JSON_STR_EMPTY_OBJECT
        let json = ''

        
      const value_marketId_19 = obj["marketId"]
      if (value_marketId_19 !== undefined) {
        json += "{\"marketId\":"
        
        if (typeof value_marketId_19 !== 'string') {
          if (value_marketId_19 === null) {
            json += JSON_STR_EMPTY_STRING
          } else if (value_marketId_19 instanceof Date) {
            json += JSON_STR_QUOTE + value_marketId_19.toISOString() + JSON_STR_QUOTE
          } else if (value_marketId_19 instanceof RegExp) {
            json += asString(value_marketId_19.source)
          } else {
            json += asString(value_marketId_19.toString())
          }
        } else {
          json += asString(value_marketId_19)
        }
        
      } else {
        throw new Error('"marketId" is required!')
      }
      
      const value_place_20 = obj["place"]
      if (value_place_20 !== undefined) {
        json += ",\"place\":"
        json += asInteger(value_place_20)
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

        
      const value_drawId_16 = obj["drawId"]
      if (value_drawId_16 !== undefined) {
        json += "{\"drawId\":"
        
        if (typeof value_drawId_16 !== 'string') {
          if (value_drawId_16 === null) {
            json += JSON_STR_EMPTY_STRING
          } else if (value_drawId_16 instanceof Date) {
            json += JSON_STR_QUOTE + value_drawId_16.toISOString() + JSON_STR_QUOTE
          } else if (value_drawId_16 instanceof RegExp) {
            json += asString(value_drawId_16.source)
          } else {
            json += asString(value_drawId_16.toString())
          }
        } else {
          json += asString(value_drawId_16)
        }
        
      } else {
        throw new Error('"drawId" is required!')
      }
      
      const value_waitlist_17 = obj["waitlist"]
      if (value_waitlist_17 !== undefined) {
        json += ",\"waitlist\":"
        json += anonymous5(value_waitlist_17)
      } else {
        throw new Error('"waitlist" is required!')
      }
      
      const value_position_21 = obj["position"]
      if (value_position_21 !== undefined) {
        json += ",\"position\":"
        json += asInteger(value_position_21)
      }

      const value_marketId_22 = obj["marketId"]
      if (value_marketId_22 !== undefined) {
        json += ",\"marketId\":"
        
        if (typeof value_marketId_22 !== 'string') {
          if (value_marketId_22 === null) {
            json += JSON_STR_EMPTY_STRING
          } else if (value_marketId_22 instanceof Date) {
            json += JSON_STR_QUOTE + value_marketId_22.toISOString() + JSON_STR_QUOTE
          } else if (value_marketId_22 instanceof RegExp) {
            json += asString(value_marketId_22.source)
          } else {
            json += asString(value_marketId_22.toString())
          }
        } else {
          json += asString(value_marketId_22)
        }
        
      }

      const value_sharedCode_23 = obj["sharedCode"]
      if (value_sharedCode_23 !== undefined) {
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

        
      const value_campaignId_3 = obj["campaignId"]
      if (value_campaignId_3 !== undefined) {
        json += "{\"campaignId\":"
        
        if (typeof value_campaignId_3 !== 'string') {
          if (value_campaignId_3 === null) {
            json += JSON_STR_EMPTY_STRING
          } else if (value_campaignId_3 instanceof Date) {
            json += JSON_STR_QUOTE + value_campaignId_3.toISOString() + JSON_STR_QUOTE
          } else if (value_campaignId_3 instanceof RegExp) {
            json += asString(value_campaignId_3.source)
          } else {
            json += asString(value_campaignId_3.toString())
          }
        } else {
          json += asString(value_campaignId_3)
        }
        
      } else {
        throw new Error('"campaignId" is required!')
      }
      
      const value_globalUserId_4 = obj["globalUserId"]
      if (value_globalUserId_4 !== undefined) {
        json += ",\"globalUserId\":"
        
        if (typeof value_globalUserId_4 !== 'string') {
          if (value_globalUserId_4 === null) {
            json += JSON_STR_EMPTY_STRING
          } else if (value_globalUserId_4 instanceof Date) {
            json += JSON_STR_QUOTE + value_globalUserId_4.toISOString() + JSON_STR_QUOTE
          } else if (value_globalUserId_4 instanceof RegExp) {
            json += asString(value_globalUserId_4.source)
          } else {
            json += asString(value_globalUserId_4.toString())
          }
        } else {
          json += asString(value_globalUserId_4)
        }
        
      } else {
        throw new Error('"globalUserId" is required!')
      }
      
      const value_entry_5 = obj["entry"]
      if (value_entry_5 !== undefined) {
        json += ",\"entry\":"
        json += anonymous3(value_entry_5)
      } else {
        throw new Error('"entry" is required!')
      }
      
      const value_verdict_7 = obj["verdict"]
      if (value_verdict_7 !== undefined) {
        json += ",\"verdict\":"
        
        if (typeof value_verdict_7 !== 'string') {
          if (value_verdict_7 === null) {
            json += JSON_STR_EMPTY_STRING
          } else if (value_verdict_7 instanceof Date) {
            json += JSON_STR_QUOTE + value_verdict_7.toISOString() + JSON_STR_QUOTE
          } else if (value_verdict_7 instanceof RegExp) {
            json += asString(value_verdict_7.source)
          } else {
            json += asString(value_verdict_7.toString())
          }
        } else {
          json += asString(value_verdict_7)
        }
        
      } else {
        throw new Error('"verdict" is required!')
      }
      
      const value_version_8 = obj["version"]
      if (value_version_8 !== undefined) {
        json += ",\"version\":"
        json += asInteger(value_version_8)
      } else {
        throw new Error('"version" is required!')
      }
      
      const value_createdAt_9 = obj["createdAt"]
      if (value_createdAt_9 !== undefined) {
        json += ",\"createdAt\":"
        json += asDateTime(value_createdAt_9)
      } else {
        throw new Error('"createdAt" is required!')
      }
      
      const value_updatedAt_10 = obj["updatedAt"]
      if (value_updatedAt_10 !== undefined) {
        json += ",\"updatedAt\":"
        json += asDateTime(value_updatedAt_10)
      } else {
        throw new Error('"updatedAt" is required!')
      }
      
      const value_fanModifiedAt_11 = obj["fanModifiedAt"]
      if (value_fanModifiedAt_11 !== undefined) {
        json += ",\"fanModifiedAt\":"
        json += asDateTime(value_fanModifiedAt_11)
      } else {
        throw new Error('"fanModifiedAt" is required!')
      }
      
      const value_score_12 = obj["score"]
      if (value_score_12 !== undefined) {
        json += ",\"score\":"
        
          if (value_score_12 === null) {
            json += JSON_STR_NULL
          }
          
          else if(Number.isInteger(value_score_12) || value_score_12 === null) {
            json += asInteger(value_score_12)
          }
        
    else throw new TypeError("The value of '#/properties/entries/items/properties/score' does not match schema definition.")
  
      } else {
        throw new Error('"score" is required!')
      }
      
      const value_accessCode_13 = obj["accessCode"]
      if (value_accessCode_13 !== undefined) {
        json += ",\"accessCode\":"
        
        if (typeof value_accessCode_13 !== 'string') {
          if (value_accessCode_13 === null) {
            json += JSON_STR_EMPTY_STRING
          } else if (value_accessCode_13 instanceof Date) {
            json += JSON_STR_QUOTE + value_accessCode_13.toISOString() + JSON_STR_QUOTE
          } else if (value_accessCode_13 instanceof RegExp) {
            json += asString(value_accessCode_13.source)
          } else {
            json += asString(value_accessCode_13.toString())
          }
        } else {
          json += asString(value_accessCode_13)
        }
        
      }

      const value_selection_14 = obj["selection"]
      if (value_selection_14 !== undefined) {
        json += ",\"selection\":"
        json += anonymous4(value_selection_14)
      }

      const value_linkedFrom_24 = obj["linkedFrom"]
      if (value_linkedFrom_24 !== undefined) {
        json += ",\"linkedFrom\":"
        
        if (typeof value_linkedFrom_24 !== 'string') {
          if (value_linkedFrom_24 === null) {
            json += JSON_STR_EMPTY_STRING
          } else if (value_linkedFrom_24 instanceof Date) {
            json += JSON_STR_QUOTE + value_linkedFrom_24.toISOString() + JSON_STR_QUOTE
          } else if (value_linkedFrom_24 instanceof RegExp) {
            json += asString(value_linkedFrom_24.source)
          } else {
            json += asString(value_linkedFrom_24.toString())
          }
        } else {
          json += asString(value_linkedFrom_24)
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
      
      const value_next_25 = obj["next"]
      if (value_next_25 !== undefined) {
        json += ",\"next\":"
        
          if (value_next_25 === null) {
            json += JSON_STR_NULL
          }
          
          else if(
            typeof value_next_25 === "string" ||
            value_next_25 === null ||
            value_next_25 instanceof Date ||
            value_next_25 instanceof RegExp ||
            (
              typeof value_next_25 === "object" &&
              typeof value_next_25.toString === "function" &&
              value_next_25.toString !== Object.prototype.toString
            )
          ) {
            
        if (typeof value_next_25 !== 'string') {
          if (value_next_25 === null) {
            json += JSON_STR_EMPTY_STRING
          } else if (value_next_25 instanceof Date) {
            json += JSON_STR_QUOTE + value_next_25.toISOString() + JSON_STR_QUOTE
          } else if (value_next_25 instanceof RegExp) {
            json += asString(value_next_25.source)
          } else {
            json += asString(value_next_25.toString())
          }
        } else {
          json += asString(value_next_25)
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

export const countEntries = (function anonymous(validator,serializer
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
    
  
    
      // "#/properties/byVerdict"
      function anonymous1 (input) {
        const obj = (input && typeof input.toJSON === 'function')
    ? input.toJSON()
    : input
  
        if (obj === null) return JSON_STR_EMPTY_OBJECT
        let json = ''

        let addComma_3 = false

    for (const key of Object.keys(obj)) {
      if (
        
        obj[key] === undefined ||
        typeof obj[key] === 'function' ||
        typeof obj[key] === 'symbol'
      ) continue
      const value = obj[key]
  
        json += addComma_3 ? JSON_STR_COMMA : ((addComma_3 = true), JSON_STR_BEGIN_OBJECT)
        json += asString(key) + JSON_STR_COLONS
        json += asInteger(value)
      
    }
  if (!addComma_3) json += JSON_STR_BEGIN_OBJECT

return json + JSON_STR_END_OBJECT

      }
    

      // "#/properties/byMarket/additionalProperties"
      function anonymous3 (input) {
        const obj = (input && typeof input.toJSON === 'function')
    ? input.toJSON()
    : input
  
        if (obj === null) return JSON_STR_EMPTY_OBJECT
        let json = ''

        
      const value_entrants_7 = obj["entrants"]
      if (value_entrants_7 !== undefined) {
        json += "{\"entrants\":"
        json += asInteger(value_entrants_7)
      } else {
        throw new Error('"entrants" is required!')
      }
      
      const value_winners_8 = obj["winners"]
      if (value_winners_8 !== undefined) {
        json += ",\"winners\":"
        json += asInteger(value_winners_8)
      } else {
        throw new Error('"winners" is required!')
      }
      
      const value_codes_9 = obj["codes"]
      if (value_codes_9 !== undefined) {
        json += ",\"codes\":"
        json += asInteger(value_codes_9)
      } else {
        throw new Error('"codes" is required!')
      }
      
return json + JSON_STR_END_OBJECT

      }
    

      // "#/properties/byMarket"
      function anonymous2 (input) {
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
        json += anonymous3(value)
      
    }
  if (!addComma_5) json += JSON_STR_BEGIN_OBJECT

return json + JSON_STR_END_OBJECT

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
        json += asInteger(value_entries_1)
      } else {
        throw new Error('"entries" is required!')
      }
      
      const value_byVerdict_2 = obj["byVerdict"]
      if (value_byVerdict_2 !== undefined) {
        json += ",\"byVerdict\":"
        json += anonymous1(value_byVerdict_2)
      } else {
        throw new Error('"byVerdict" is required!')
      }
      
      const value_byMarket_4 = obj["byMarket"]
      if (value_byMarket_4 !== undefined) {
        json += ",\"byMarket\":"
        json += anonymous2(value_byMarket_4)
      } else {
        throw new Error('"byMarket" is required!')
      }
      
return json + JSON_STR_END_OBJECT

      }
    
    const main = anonymous0
    return main
    
})(null, serialiser);

export const assignCodes = (function anonymous(validator,serializer
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

export const checkInvite = (function anonymous(validator,serializer
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

        
      const value_invited_1 = obj["invited"]
      if (value_invited_1 !== undefined) {
        json += "{\"invited\":"
        json += asBoolean(value_invited_1)
      } else {
        throw new Error('"invited" is required!')
      }
      
return json + JSON_STR_END_OBJECT

      }
    
    const main = anonymous0
    return main
    
})(null, serialiser);

export const importInvites = (function anonymous(validator,serializer
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
      
      const value_duplicates_2 = obj["duplicates"]
      if (value_duplicates_2 !== undefined) {
        json += ",\"duplicates\":"
        json += asInteger(value_duplicates_2)
      } else {
        throw new Error('"duplicates" is required!')
      }
      
return json + JSON_STR_END_OBJECT

      }
    
    const main = anonymous0
    return main
    
})(null, serialiser);

export const importScores = (function anonymous(validator,serializer
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

export const refreshScores = (function anonymous(validator,serializer
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
    
  
    
      // "#/properties/failed/items"
      function anonymous2 (input) {
        const obj = (input && typeof input.toJSON === 'function')
    ? input.toJSON()
    : input
  
        if (obj === null) return JSON_STR_EMPTY_OBJECT
        let json = ''

        
      const value_campaignId_3 = obj["campaignId"]
      if (value_campaignId_3 !== undefined) {
        json += "{\"campaignId\":"
        
        if (typeof value_campaignId_3 !== 'string') {
          if (value_campaignId_3 === null) {
            json += JSON_STR_EMPTY_STRING
          } else if (value_campaignId_3 instanceof Date) {
            json += JSON_STR_QUOTE + value_campaignId_3.toISOString() + JSON_STR_QUOTE
          } else if (value_campaignId_3 instanceof RegExp) {
            json += asString(value_campaignId_3.source)
          } else {
            json += asString(value_campaignId_3.toString())
          }
        } else {
          json += asString(value_campaignId_3)
        }
        
      } else {
        throw new Error('"campaignId" is required!')
      }
      
      const value_globalUserId_4 = obj["globalUserId"]
      if (value_globalUserId_4 !== undefined) {
        json += ",\"globalUserId\":"
        
        if (typeof value_globalUserId_4 !== 'string') {
          if (value_globalUserId_4 === null) {
            json += JSON_STR_EMPTY_STRING
          } else if (value_globalUserId_4 instanceof Date) {
            json += JSON_STR_QUOTE + value_globalUserId_4.toISOString() + JSON_STR_QUOTE
          } else if (value_globalUserId_4 instanceof RegExp) {
            json += asString(value_globalUserId_4.source)
          } else {
            json += asString(value_globalUserId_4.toString())
          }
        } else {
          json += asString(value_globalUserId_4)
        }
        
      } else {
        throw new Error('"globalUserId" is required!')
      }
      
return json + JSON_STR_END_OBJECT

      }
    

    function anonymous1 (obj) {
      // "#/properties/failed"
      let json = ''
  
    if (obj === null) return JSON_STR_EMPTY_ARRAY
    if (!Array.isArray(obj)) {
      throw new TypeError("The value of '#/properties/failed' does not match schema definition.")
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

        
      const value_failed_1 = obj["failed"]
      if (value_failed_1 !== undefined) {
        json += "{\"failed\":"
        json += anonymous1(value_failed_1)
      } else {
        throw new Error('"failed" is required!')
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

        
      const value_invites_1 = obj["invites"]
      if (value_invites_1 !== undefined) {
        json += "{\"invites\":"
        json += asInteger(value_invites_1)
      } else {
        throw new Error('"invites" is required!')
      }
      
return json + JSON_STR_END_OBJECT

      }
    
    const main = anonymous0
    return main
    
})(null, serialiser);

export const eraseInvites = (function anonymous(validator,serializer
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

        
      const value_invites_1 = obj["invites"]
      if (value_invites_1 !== undefined) {
        json += "{\"invites\":"
        json += asInteger(value_invites_1)
      } else {
        throw new Error('"invites" is required!')
      }
      
return json + JSON_STR_END_OBJECT

      }
    
    const main = anonymous0
    return main
    
})(null, serialiser);

export const forgetFan = (function anonymous(validator,serializer
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

        
      const value_marks_1 = obj["marks"]
      if (value_marks_1 !== undefined) {
        json += "{\"marks\":"
        json += asInteger(value_marks_1)
      } else {
        throw new Error('"marks" is required!')
      }
      
return json + JSON_STR_END_OBJECT

      }
    
    const main = anonymous0
    return main
    
})(null, serialiser);
