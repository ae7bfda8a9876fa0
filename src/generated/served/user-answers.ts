// @ts-nocheck
// Printed from src/services/user/contract.ts by `npm run generate`. Change that file instead.
import Serialiser from 'fast-json-stringify/lib/serializer.js';

const serialiser = new Serialiser({});
export const upsertUsers = (function anonymous(validator,serializer
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

        
      const value_upserted_1 = obj["upserted"]
      if (value_upserted_1 !== undefined) {
        json += "{\"upserted\":"
        json += asInteger(value_upserted_1)
      } else {
        throw new Error('"upserted" is required!')
      }
      
return json + JSON_STR_END_OBJECT

      }
    
    const main = anonymous0
    return main
    
})(null, serialiser);

export const getProfile = (function anonymous(validator,serializer
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
    
  
    
      // "#/properties/userInfo"
      function anonymous1 (input) {
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
      
      const value_email_4 = obj["email"]
      if (value_email_4 !== undefined) {
        json += ",\"email\":"
        
        if (typeof value_email_4 !== 'string') {
          if (value_email_4 === null) {
            json += JSON_STR_EMPTY_STRING
          } else if (value_email_4 instanceof Date) {
            json += JSON_STR_QUOTE + value_email_4.toISOString() + JSON_STR_QUOTE
          } else if (value_email_4 instanceof RegExp) {
            json += asString(value_email_4.source)
          } else {
            json += asString(value_email_4.toString())
          }
        } else {
          json += asString(value_email_4)
        }
        
      } else {
        throw new Error('"email" is required!')
      }
      
      const value_firstName_5 = obj["firstName"]
      if (value_firstName_5 !== undefined) {
        json += ",\"firstName\":"
        
        if (typeof value_firstName_5 !== 'string') {
          if (value_firstName_5 === null) {
            json += JSON_STR_EMPTY_STRING
          } else if (value_firstName_5 instanceof Date) {
            json += JSON_STR_QUOTE + value_firstName_5.toISOString() + JSON_STR_QUOTE
          } else if (value_firstName_5 instanceof RegExp) {
            json += asString(value_firstName_5.source)
          } else {
            json += asString(value_firstName_5.toString())
          }
        } else {
          json += asString(value_firstName_5)
        }
        
      } else {
        throw new Error('"firstName" is required!')
      }
      
      const value_lastName_6 = obj["lastName"]
      if (value_lastName_6 !== undefined) {
        json += ",\"lastName\":"
        
        if (typeof value_lastName_6 !== 'string') {
          if (value_lastName_6 === null) {
            json += JSON_STR_EMPTY_STRING
          } else if (value_lastName_6 instanceof Date) {
            json += JSON_STR_QUOTE + value_lastName_6.toISOString() + JSON_STR_QUOTE
          } else if (value_lastName_6 instanceof RegExp) {
            json += asString(value_lastName_6.source)
          } else {
            json += asString(value_lastName_6.toString())
          }
        } else {
          json += asString(value_lastName_6)
        }
        
      } else {
        throw new Error('"lastName" is required!')
      }
      
      const value_locale_7 = obj["locale"]
      if (value_locale_7 !== undefined) {
        json += ",\"locale\":"
        
        if (typeof value_locale_7 !== 'string') {
          if (value_locale_7 === null) {
            json += JSON_STR_EMPTY_STRING
          } else if (value_locale_7 instanceof Date) {
            json += JSON_STR_QUOTE + value_locale_7.toISOString() + JSON_STR_QUOTE
          } else if (value_locale_7 instanceof RegExp) {
            json += asString(value_locale_7.source)
          } else {
            json += asString(value_locale_7.toString())
          }
        } else {
          json += asString(value_locale_7)
        }
        
      } else {
        throw new Error('"locale" is required!')
      }
      
      const value_memberId_8 = obj["memberId"]
      if (value_memberId_8 !== undefined) {
        json += ",\"memberId\":"
        
        if (typeof value_memberId_8 !== 'string') {
          if (value_memberId_8 === null) {
            json += JSON_STR_EMPTY_STRING
          } else if (value_memberId_8 instanceof Date) {
            json += JSON_STR_QUOTE + value_memberId_8.toISOString() + JSON_STR_QUOTE
          } else if (value_memberId_8 instanceof RegExp) {
            json += asString(value_memberId_8.source)
          } else {
            json += asString(value_memberId_8.toString())
          }
        } else {
          json += asString(value_memberId_8)
        }
        
      }

      const value_phoneNumber_9 = obj["phoneNumber"]
      if (value_phoneNumber_9 !== undefined) {
        json += ",\"phoneNumber\":"
        
        if (typeof value_phoneNumber_9 !== 'string') {
          if (value_phoneNumber_9 === null) {
            json += JSON_STR_EMPTY_STRING
          } else if (value_phoneNumber_9 instanceof Date) {
            json += JSON_STR_QUOTE + value_phoneNumber_9.toISOString() + JSON_STR_QUOTE
          } else if (value_phoneNumber_9 instanceof RegExp) {
            json += asString(value_phoneNumber_9.source)
          } else {
            json += asString(value_phoneNumber_9.toString())
          }
        } else {
          json += asString(value_phoneNumber_9)
        }
        
      }

      const value_postalCode_10 = obj["postalCode"]
      if (value_postalCode_10 !== undefined) {
        json += ",\"postalCode\":"
        
        if (typeof value_postalCode_10 !== 'string') {
          if (value_postalCode_10 === null) {
            json += JSON_STR_EMPTY_STRING
          } else if (value_postalCode_10 instanceof Date) {
            json += JSON_STR_QUOTE + value_postalCode_10.toISOString() + JSON_STR_QUOTE
          } else if (value_postalCode_10 instanceof RegExp) {
            json += asString(value_postalCode_10.source)
          } else {
            json += asString(value_postalCode_10.toString())
          }
        } else {
          json += asString(value_postalCode_10)
        }
        
      }

      const value_countryCode_11 = obj["countryCode"]
      if (value_countryCode_11 !== undefined) {
        json += ",\"countryCode\":"
        
        if (typeof value_countryCode_11 !== 'string') {
          if (value_countryCode_11 === null) {
            json += JSON_STR_EMPTY_STRING
          } else if (value_countryCode_11 instanceof Date) {
            json += JSON_STR_QUOTE + value_countryCode_11.toISOString() + JSON_STR_QUOTE
          } else if (value_countryCode_11 instanceof RegExp) {
            json += asString(value_countryCode_11.source)
          } else {
            json += asString(value_countryCode_11.toString())
          }
        } else {
          json += asString(value_countryCode_11)
        }
        
      }

return json + JSON_STR_END_OBJECT

      }
    

      // "#/properties/attributes"
      function anonymous2 (input) {
        const obj = (input && typeof input.toJSON === 'function')
    ? input.toJSON()
    : input
  
        if (obj === null) return JSON_STR_EMPTY_OBJECT
        let json = ''

        let addComma_13 = false

    for (const key of Object.keys(obj)) {
      if (
        
        obj[key] === undefined ||
        typeof obj[key] === 'function' ||
        typeof obj[key] === 'symbol'
      ) continue
      const value = obj[key]
  
        json += addComma_13 ? JSON_STR_COMMA : ((addComma_13 = true), JSON_STR_BEGIN_OBJECT)
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
  if (!addComma_13) json += JSON_STR_BEGIN_OBJECT

return json + JSON_STR_END_OBJECT

      }
    

      // "#"
      function anonymous0 (input) {
        const obj = (input && typeof input.toJSON === 'function')
    ? input.toJSON()
    : input
  
        if (obj === null) return JSON_STR_EMPTY_OBJECT
        let json = ''

        
      const value_userInfo_1 = obj["userInfo"]
      if (value_userInfo_1 !== undefined) {
        json += "{\"userInfo\":"
        
          if (value_userInfo_1 === null) {
            json += JSON_STR_NULL
          }
          
          else if((typeof value_userInfo_1 === "object" && !Array.isArray(value_userInfo_1)) || value_userInfo_1 === null) {
            json += anonymous1(value_userInfo_1)
          }
        
    else throw new TypeError("The value of '#/properties/userInfo' does not match schema definition.")
  
      } else {
        throw new Error('"userInfo" is required!')
      }
      
      const value_attributes_12 = obj["attributes"]
      if (value_attributes_12 !== undefined) {
        json += ",\"attributes\":"
        json += anonymous2(value_attributes_12)
      } else {
        throw new Error('"attributes" is required!')
      }
      
      const value_unsubscribed_14 = obj["unsubscribed"]
      if (value_unsubscribed_14 !== undefined) {
        json += ",\"unsubscribed\":"
        json += asBoolean(value_unsubscribed_14)
      } else {
        throw new Error('"unsubscribed" is required!')
      }
      
return json + JSON_STR_END_OBJECT

      }
    
    const main = anonymous0
    return main
    
})(null, serialiser);

export const setAttributes = (function anonymous(validator,serializer
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
    
  
    
      // "#/properties/attributes"
      function anonymous1 (input) {
        const obj = (input && typeof input.toJSON === 'function')
    ? input.toJSON()
    : input
  
        if (obj === null) return JSON_STR_EMPTY_OBJECT
        let json = ''

        let addComma_2 = false

    for (const key of Object.keys(obj)) {
      if (
        
        obj[key] === undefined ||
        typeof obj[key] === 'function' ||
        typeof obj[key] === 'symbol'
      ) continue
      const value = obj[key]
  
        json += addComma_2 ? JSON_STR_COMMA : ((addComma_2 = true), JSON_STR_BEGIN_OBJECT)
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
  if (!addComma_2) json += JSON_STR_BEGIN_OBJECT

return json + JSON_STR_END_OBJECT

      }
    

      // "#"
      function anonymous0 (input) {
        const obj = (input && typeof input.toJSON === 'function')
    ? input.toJSON()
    : input
  
        if (obj === null) return JSON_STR_EMPTY_OBJECT
        let json = ''

        
      const value_attributes_1 = obj["attributes"]
      if (value_attributes_1 !== undefined) {
        json += "{\"attributes\":"
        json += anonymous1(value_attributes_1)
      } else {
        throw new Error('"attributes" is required!')
      }
      
return json + JSON_STR_END_OBJECT

      }
    
    const main = anonymous0
    return main
    
})(null, serialiser);

export const setSubscription = (function anonymous(validator,serializer
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

        
      const value_unsubscribed_1 = obj["unsubscribed"]
      if (value_unsubscribed_1 !== undefined) {
        json += "{\"unsubscribed\":"
        json += asBoolean(value_unsubscribed_1)
      } else {
        throw new Error('"unsubscribed" is required!')
      }
      
return json + JSON_STR_END_OBJECT

      }
    
    const main = anonymous0
    return main
    
})(null, serialiser);

export const enqueueEmailJobs = (function anonymous(validator,serializer
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

        
      const value_planned_1 = obj["planned"]
      if (value_planned_1 !== undefined) {
        json += "{\"planned\":"
        json += asInteger(value_planned_1)
      } else {
        throw new Error('"planned" is required!')
      }
      
      const value_known_2 = obj["known"]
      if (value_known_2 !== undefined) {
        json += ",\"known\":"
        json += asInteger(value_known_2)
      } else {
        throw new Error('"known" is required!')
      }
      
return json + JSON_STR_END_OBJECT

      }
    
    const main = anonymous0
    return main
    
})(null, serialiser);

export const sendDue = (function anonymous(validator,serializer
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
      
      const value_failed_2 = obj["failed"]
      if (value_failed_2 !== undefined) {
        json += ",\"failed\":"
        json += asInteger(value_failed_2)
      } else {
        throw new Error('"failed" is required!')
      }
      
      const value_ambiguous_3 = obj["ambiguous"]
      if (value_ambiguous_3 !== undefined) {
        json += ",\"ambiguous\":"
        json += asInteger(value_ambiguous_3)
      } else {
        throw new Error('"ambiguous" is required!')
      }
      
      const value_skipped_4 = obj["skipped"]
      if (value_skipped_4 !== undefined) {
        json += ",\"skipped\":"
        json += asInteger(value_skipped_4)
      } else {
        throw new Error('"skipped" is required!')
      }
      
      const value_remaining_5 = obj["remaining"]
      if (value_remaining_5 !== undefined) {
        json += ",\"remaining\":"
        json += asInteger(value_remaining_5)
      } else {
        throw new Error('"remaining" is required!')
      }
      
return json + JSON_STR_END_OBJECT

      }
    
    const main = anonymous0
    return main
    
})(null, serialiser);

export const recordBounces = (function anonymous(validator,serializer
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

        
      const value_failed_1 = obj["failed"]
      if (value_failed_1 !== undefined) {
        json += "{\"failed\":"
        json += asInteger(value_failed_1)
      } else {
        throw new Error('"failed" is required!')
      }
      
      const value_unreachable_2 = obj["unreachable"]
      if (value_unreachable_2 !== undefined) {
        json += ",\"unreachable\":"
        json += asInteger(value_unreachable_2)
      } else {
        throw new Error('"unreachable" is required!')
      }
      
      const value_unknown_3 = obj["unknown"]
      if (value_unknown_3 !== undefined) {
        json += ",\"unknown\":"
        json += asInteger(value_unknown_3)
      } else {
        throw new Error('"unknown" is required!')
      }
      
return json + JSON_STR_END_OBJECT

      }
    
    const main = anonymous0
    return main
    
})(null, serialiser);

export const countEmailJobs = (function anonymous(validator,serializer
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
    
  
    
      // "#/properties/counts"
      function anonymous1 (input) {
        const obj = (input && typeof input.toJSON === 'function')
    ? input.toJSON()
    : input
  
        if (obj === null) return JSON_STR_EMPTY_OBJECT
        let json = ''

        
      const value_planned_3 = obj["planned"]
      if (value_planned_3 !== undefined) {
        json += "{\"planned\":"
        json += asInteger(value_planned_3)
      } else {
        throw new Error('"planned" is required!')
      }
      
      const value_sending_4 = obj["sending"]
      if (value_sending_4 !== undefined) {
        json += ",\"sending\":"
        json += asInteger(value_sending_4)
      } else {
        throw new Error('"sending" is required!')
      }
      
      const value_sent_5 = obj["sent"]
      if (value_sent_5 !== undefined) {
        json += ",\"sent\":"
        json += asInteger(value_sent_5)
      } else {
        throw new Error('"sent" is required!')
      }
      
      const value_failed_6 = obj["failed"]
      if (value_failed_6 !== undefined) {
        json += ",\"failed\":"
        json += asInteger(value_failed_6)
      } else {
        throw new Error('"failed" is required!')
      }
      
      const value_ambiguous_7 = obj["ambiguous"]
      if (value_ambiguous_7 !== undefined) {
        json += ",\"ambiguous\":"
        json += asInteger(value_ambiguous_7)
      } else {
        throw new Error('"ambiguous" is required!')
      }
      
      const value_skipped_8 = obj["skipped"]
      if (value_skipped_8 !== undefined) {
        json += ",\"skipped\":"
        json += asInteger(value_skipped_8)
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

        
      const value_counts_1 = obj["counts"]
      if (value_counts_1 !== undefined) {
        json += "{\"counts\":"
        json += anonymous1(value_counts_1)
      } else {
        throw new Error('"counts" is required!')
      }
      
      const value_nextSendAt_9 = obj["nextSendAt"]
      if (value_nextSendAt_9 !== undefined) {
        json += ",\"nextSendAt\":"
        
          if (value_nextSendAt_9 === null) {
            json += JSON_STR_NULL
          }
          
          else if(
            typeof value_nextSendAt_9 === "string" ||
            value_nextSendAt_9 === null ||
            value_nextSendAt_9 instanceof Date ||
            value_nextSendAt_9 instanceof RegExp ||
            (
              typeof value_nextSendAt_9 === "object" &&
              typeof value_nextSendAt_9.toString === "function" &&
              value_nextSendAt_9.toString !== Object.prototype.toString
            )
          ) {
            json += asDateTime(value_nextSendAt_9)
          }
        
    else throw new TypeError("The value of '#/properties/nextSendAt' does not match schema definition.")
  
      } else {
        throw new Error('"nextSendAt" is required!')
      }
      
return json + JSON_STR_END_OBJECT

      }
    
    const main = anonymous0
    return main
    
})(null, serialiser);

export const eraseAddresses = (function anonymous(validator,serializer
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

        
      const value_addresses_1 = obj["addresses"]
      if (value_addresses_1 !== undefined) {
        json += "{\"addresses\":"
        json += asInteger(value_addresses_1)
      } else {
        throw new Error('"addresses" is required!')
      }
      
return json + JSON_STR_END_OBJECT

      }
    
    const main = anonymous0
    return main
    
})(null, serialiser);

export const listEmailJobs = (function anonymous(validator,serializer
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
    
  
    
      // "#/properties/jobs/items"
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
      
      const value_marketId_4 = obj["marketId"]
      if (value_marketId_4 !== undefined) {
        json += ",\"marketId\":"
        
          if (value_marketId_4 === null) {
            json += JSON_STR_NULL
          }
          
          else if(
            typeof value_marketId_4 === "string" ||
            value_marketId_4 === null ||
            value_marketId_4 instanceof Date ||
            value_marketId_4 instanceof RegExp ||
            (
              typeof value_marketId_4 === "object" &&
              typeof value_marketId_4.toString === "function" &&
              value_marketId_4.toString !== Object.prototype.toString
            )
          ) {
            
        if (typeof value_marketId_4 !== 'string') {
          if (value_marketId_4 === null) {
            json += JSON_STR_EMPTY_STRING
          } else if (value_marketId_4 instanceof Date) {
            json += JSON_STR_QUOTE + value_marketId_4.toISOString() + JSON_STR_QUOTE
          } else if (value_marketId_4 instanceof RegExp) {
            json += asString(value_marketId_4.source)
          } else {
            json += asString(value_marketId_4.toString())
          }
        } else {
          json += asString(value_marketId_4)
        }
        
          }
        
    else throw new TypeError("The value of '#/properties/jobs/items/properties/marketId' does not match schema definition.")
  
      } else {
        throw new Error('"marketId" is required!')
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
      
      const value_template_6 = obj["template"]
      if (value_template_6 !== undefined) {
        json += ",\"template\":"
        
        if (typeof value_template_6 !== 'string') {
          if (value_template_6 === null) {
            json += JSON_STR_EMPTY_STRING
          } else if (value_template_6 instanceof Date) {
            json += JSON_STR_QUOTE + value_template_6.toISOString() + JSON_STR_QUOTE
          } else if (value_template_6 instanceof RegExp) {
            json += asString(value_template_6.source)
          } else {
            json += asString(value_template_6.toString())
          }
        } else {
          json += asString(value_template_6)
        }
        
      } else {
        throw new Error('"template" is required!')
      }
      
      const value_occurrence_7 = obj["occurrence"]
      if (value_occurrence_7 !== undefined) {
        json += ",\"occurrence\":"
        
        if (typeof value_occurrence_7 !== 'string') {
          if (value_occurrence_7 === null) {
            json += JSON_STR_EMPTY_STRING
          } else if (value_occurrence_7 instanceof Date) {
            json += JSON_STR_QUOTE + value_occurrence_7.toISOString() + JSON_STR_QUOTE
          } else if (value_occurrence_7 instanceof RegExp) {
            json += asString(value_occurrence_7.source)
          } else {
            json += asString(value_occurrence_7.toString())
          }
        } else {
          json += asString(value_occurrence_7)
        }
        
      } else {
        throw new Error('"occurrence" is required!')
      }
      
      const value_reason_8 = obj["reason"]
      if (value_reason_8 !== undefined) {
        json += ",\"reason\":"
        
          if (value_reason_8 === null) {
            json += JSON_STR_NULL
          }
          
          else if(
            typeof value_reason_8 === "string" ||
            value_reason_8 === null ||
            value_reason_8 instanceof Date ||
            value_reason_8 instanceof RegExp ||
            (
              typeof value_reason_8 === "object" &&
              typeof value_reason_8.toString === "function" &&
              value_reason_8.toString !== Object.prototype.toString
            )
          ) {
            
        if (typeof value_reason_8 !== 'string') {
          if (value_reason_8 === null) {
            json += JSON_STR_EMPTY_STRING
          } else if (value_reason_8 instanceof Date) {
            json += JSON_STR_QUOTE + value_reason_8.toISOString() + JSON_STR_QUOTE
          } else if (value_reason_8 instanceof RegExp) {
            json += asString(value_reason_8.source)
          } else {
            json += asString(value_reason_8.toString())
          }
        } else {
          json += asString(value_reason_8)
        }
        
          }
        
    else throw new TypeError("The value of '#/properties/jobs/items/properties/reason' does not match schema definition.")
  
      } else {
        throw new Error('"reason" is required!')
      }
      
return json + JSON_STR_END_OBJECT

      }
    

    function anonymous1 (obj) {
      // "#/properties/jobs"
      let json = ''
  
    if (obj === null) return JSON_STR_EMPTY_ARRAY
    if (!Array.isArray(obj)) {
      throw new TypeError("The value of '#/properties/jobs' does not match schema definition.")
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

        
      const value_jobs_1 = obj["jobs"]
      if (value_jobs_1 !== undefined) {
        json += "{\"jobs\":"
        json += anonymous1(value_jobs_1)
      } else {
        throw new Error('"jobs" is required!')
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

export const resendEmailJobs = (function anonymous(validator,serializer
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

        
      const value_planned_1 = obj["planned"]
      if (value_planned_1 !== undefined) {
        json += "{\"planned\":"
        json += asInteger(value_planned_1)
      } else {
        throw new Error('"planned" is required!')
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

        json += JSON_STR_BEGIN_OBJECT

return json + JSON_STR_END_OBJECT

      }
    
    const main = anonymous0
    return main
    
})(null, serialiser);
