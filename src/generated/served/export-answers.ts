// @ts-nocheck
// Printed from src/services/export/contract.ts by `npm run generate`. Change that file instead.
import Serialiser from 'fast-json-stringify/lib/serializer.js';

const serialiser = new Serialiser({});
export const campaignReport = (function anonymous(validator,serializer
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
    

      // "#/properties/markets/additionalProperties"
      function anonymous3 (input) {
        const obj = (input && typeof input.toJSON === 'function')
    ? input.toJSON()
    : input
  
        if (obj === null) return JSON_STR_EMPTY_OBJECT
        let json = ''

        
      const value_eligible_7 = obj["eligible"]
      if (value_eligible_7 !== undefined) {
        json += "{\"eligible\":"
        json += asInteger(value_eligible_7)
      } else {
        throw new Error('"eligible" is required!')
      }
      
      const value_selected_8 = obj["selected"]
      if (value_selected_8 !== undefined) {
        json += ",\"selected\":"
        json += asInteger(value_selected_8)
      } else {
        throw new Error('"selected" is required!')
      }
      
      const value_waitlisted_9 = obj["waitlisted"]
      if (value_waitlisted_9 !== undefined) {
        json += ",\"waitlisted\":"
        json += asInteger(value_waitlisted_9)
      } else {
        throw new Error('"waitlisted" is required!')
      }
      
      const value_reserved_10 = obj["reserved"]
      if (value_reserved_10 !== undefined) {
        json += ",\"reserved\":"
        json += asInteger(value_reserved_10)
      } else {
        throw new Error('"reserved" is required!')
      }
      
      const value_assigned_11 = obj["assigned"]
      if (value_assigned_11 !== undefined) {
        json += ",\"assigned\":"
        json += asInteger(value_assigned_11)
      } else {
        throw new Error('"assigned" is required!')
      }
      
      const value_promoted_12 = obj["promoted"]
      if (value_promoted_12 !== undefined) {
        json += ",\"promoted\":"
        json += asInteger(value_promoted_12)
      } else {
        throw new Error('"promoted" is required!')
      }
      
      const value_entrants_13 = obj["entrants"]
      if (value_entrants_13 !== undefined) {
        json += ",\"entrants\":"
        json += asInteger(value_entrants_13)
      } else {
        throw new Error('"entrants" is required!')
      }
      
      const value_winners_14 = obj["winners"]
      if (value_winners_14 !== undefined) {
        json += ",\"winners\":"
        json += asInteger(value_winners_14)
      } else {
        throw new Error('"winners" is required!')
      }
      
      const value_codes_15 = obj["codes"]
      if (value_codes_15 !== undefined) {
        json += ",\"codes\":"
        json += asInteger(value_codes_15)
      } else {
        throw new Error('"codes" is required!')
      }
      
return json + JSON_STR_END_OBJECT

      }
    

      // "#/properties/markets"
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
    

      // "#/properties/mail"
      function anonymous4 (input) {
        const obj = (input && typeof input.toJSON === 'function')
    ? input.toJSON()
    : input
  
        if (obj === null) return JSON_STR_EMPTY_OBJECT
        let json = ''

        
      const value_planned_18 = obj["planned"]
      if (value_planned_18 !== undefined) {
        json += "{\"planned\":"
        json += asInteger(value_planned_18)
      } else {
        throw new Error('"planned" is required!')
      }
      
      const value_sent_19 = obj["sent"]
      if (value_sent_19 !== undefined) {
        json += ",\"sent\":"
        json += asInteger(value_sent_19)
      } else {
        throw new Error('"sent" is required!')
      }
      
      const value_failed_20 = obj["failed"]
      if (value_failed_20 !== undefined) {
        json += ",\"failed\":"
        json += asInteger(value_failed_20)
      } else {
        throw new Error('"failed" is required!')
      }
      
      const value_ambiguous_21 = obj["ambiguous"]
      if (value_ambiguous_21 !== undefined) {
        json += ",\"ambiguous\":"
        json += asInteger(value_ambiguous_21)
      } else {
        throw new Error('"ambiguous" is required!')
      }
      
      const value_skipped_22 = obj["skipped"]
      if (value_skipped_22 !== undefined) {
        json += ",\"skipped\":"
        json += asInteger(value_skipped_22)
      } else {
        throw new Error('"skipped" is required!')
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
      
      const value_markets_4 = obj["markets"]
      if (value_markets_4 !== undefined) {
        json += ",\"markets\":"
        json += anonymous2(value_markets_4)
      } else {
        throw new Error('"markets" is required!')
      }
      
      const value_mail_16 = obj["mail"]
      if (value_mail_16 !== undefined) {
        json += ",\"mail\":"
        json += anonymous4(value_mail_16)
      } else {
        throw new Error('"mail" is required!')
      }
      
return json + JSON_STR_END_OBJECT

      }
    
    const main = anonymous0
    return main
    
})(null, serialiser);

export const listWinners = (function anonymous(validator,serializer
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
    
  
    
      // "#/properties/winners/items"
      function anonymous2 (input) {
        const obj = (input && typeof input.toJSON === 'function')
    ? input.toJSON()
    : input
  
        if (obj === null) return JSON_STR_EMPTY_OBJECT
        let json = ''

        
      const value_market_3 = obj["market"]
      if (value_market_3 !== undefined) {
        json += "{\"market\":"
        
        if (typeof value_market_3 !== 'string') {
          if (value_market_3 === null) {
            json += JSON_STR_EMPTY_STRING
          } else if (value_market_3 instanceof Date) {
            json += JSON_STR_QUOTE + value_market_3.toISOString() + JSON_STR_QUOTE
          } else if (value_market_3 instanceof RegExp) {
            json += asString(value_market_3.source)
          } else {
            json += asString(value_market_3.toString())
          }
        } else {
          json += asString(value_market_3)
        }
        
      } else {
        throw new Error('"market" is required!')
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
      
      const value_email_5 = obj["email"]
      if (value_email_5 !== undefined) {
        json += ",\"email\":"
        
        if (typeof value_email_5 !== 'string') {
          if (value_email_5 === null) {
            json += JSON_STR_EMPTY_STRING
          } else if (value_email_5 instanceof Date) {
            json += JSON_STR_QUOTE + value_email_5.toISOString() + JSON_STR_QUOTE
          } else if (value_email_5 instanceof RegExp) {
            json += asString(value_email_5.source)
          } else {
            json += asString(value_email_5.toString())
          }
        } else {
          json += asString(value_email_5)
        }
        
      } else {
        throw new Error('"email" is required!')
      }
      
      const value_accessCode_6 = obj["accessCode"]
      if (value_accessCode_6 !== undefined) {
        json += ",\"accessCode\":"
        
        if (typeof value_accessCode_6 !== 'string') {
          if (value_accessCode_6 === null) {
            json += JSON_STR_EMPTY_STRING
          } else if (value_accessCode_6 instanceof Date) {
            json += JSON_STR_QUOTE + value_accessCode_6.toISOString() + JSON_STR_QUOTE
          } else if (value_accessCode_6 instanceof RegExp) {
            json += asString(value_accessCode_6.source)
          } else {
            json += asString(value_accessCode_6.toString())
          }
        } else {
          json += asString(value_accessCode_6)
        }
        
      } else {
        throw new Error('"accessCode" is required!')
      }
      
      const value_position_7 = obj["position"]
      if (value_position_7 !== undefined) {
        json += ",\"position\":"
        json += asInteger(value_position_7)
      } else {
        throw new Error('"position" is required!')
      }
      
return json + JSON_STR_END_OBJECT

      }
    

    function anonymous1 (obj) {
      // "#/properties/winners"
      let json = ''
  
    if (obj === null) return JSON_STR_EMPTY_ARRAY
    if (!Array.isArray(obj)) {
      throw new TypeError("The value of '#/properties/winners' does not match schema definition.")
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

        
      const value_winners_1 = obj["winners"]
      if (value_winners_1 !== undefined) {
        json += "{\"winners\":"
        json += anonymous1(value_winners_1)
      } else {
        throw new Error('"winners" is required!')
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
