// @ts-nocheck
// Printed from src/services/campaign/contract.ts by `npm run generate`. Change that file instead.
import Serialiser from 'fast-json-stringify/lib/serializer.js';

const serialiser = new Serialiser({});
export const listCampaigns = (function anonymous(validator,serializer
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
    
  
    
      // "#/properties/campaigns/items"
      function anonymous2 (input) {
        const obj = (input && typeof input.toJSON === 'function')
    ? input.toJSON()
    : input
  
        if (obj === null) return JSON_STR_EMPTY_OBJECT
        let json = ''

        
      const value_id_3 = obj["id"]
      if (value_id_3 !== undefined) {
        json += "{\"id\":"
        
        if (typeof value_id_3 !== 'string') {
          if (value_id_3 === null) {
            json += JSON_STR_EMPTY_STRING
          } else if (value_id_3 instanceof Date) {
            json += JSON_STR_QUOTE + value_id_3.toISOString() + JSON_STR_QUOTE
          } else if (value_id_3 instanceof RegExp) {
            json += asString(value_id_3.source)
          } else {
            json += asString(value_id_3.toString())
          }
        } else {
          json += asString(value_id_3)
        }
        
      } else {
        throw new Error('"id" is required!')
      }
      
      const value_slug_4 = obj["slug"]
      if (value_slug_4 !== undefined) {
        json += ",\"slug\":"
        
        if (typeof value_slug_4 !== 'string') {
          if (value_slug_4 === null) {
            json += JSON_STR_EMPTY_STRING
          } else if (value_slug_4 instanceof Date) {
            json += JSON_STR_QUOTE + value_slug_4.toISOString() + JSON_STR_QUOTE
          } else if (value_slug_4 instanceof RegExp) {
            json += asString(value_slug_4.source)
          } else {
            json += asString(value_slug_4.toString())
          }
        } else {
          json += asString(value_slug_4)
        }
        
      } else {
        throw new Error('"slug" is required!')
      }
      
      const value_name_5 = obj["name"]
      if (value_name_5 !== undefined) {
        json += ",\"name\":"
        
        if (typeof value_name_5 !== 'string') {
          if (value_name_5 === null) {
            json += JSON_STR_EMPTY_STRING
          } else if (value_name_5 instanceof Date) {
            json += JSON_STR_QUOTE + value_name_5.toISOString() + JSON_STR_QUOTE
          } else if (value_name_5 instanceof RegExp) {
            json += asString(value_name_5.source)
          } else {
            json += asString(value_name_5.toString())
          }
        } else {
          json += asString(value_name_5)
        }
        
      } else {
        throw new Error('"name" is required!')
      }
      
    for (const key of Object.keys(obj)) {
      if (
        key === "id" || key === "slug" || key === "name" ||
        obj[key] === undefined ||
        typeof obj[key] === 'function' ||
        typeof obj[key] === 'symbol'
      ) continue
      const value = obj[key]
  
        json += JSON_STR_COMMA
        json += asString(key) + JSON_STR_COLONS + JSON.stringify(value)
      
    }
  
return json + JSON_STR_END_OBJECT

      }
    

    function anonymous1 (obj) {
      // "#/properties/campaigns"
      let json = ''
  
    if (obj === null) return JSON_STR_EMPTY_ARRAY
    if (!Array.isArray(obj)) {
      throw new TypeError("The value of '#/properties/campaigns' does not match schema definition.")
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

        
      const value_campaigns_1 = obj["campaigns"]
      if (value_campaigns_1 !== undefined) {
        json += "{\"campaigns\":"
        json += anonymous1(value_campaigns_1)
      } else {
        throw new Error('"campaigns" is required!')
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

export const getCampaign = (function anonymous(validator,serializer
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
    
  
    
      // "#/properties/campaign"
      function anonymous1 (input) {
        const obj = (input && typeof input.toJSON === 'function')
    ? input.toJSON()
    : input
  
        if (obj === null) return JSON_STR_EMPTY_OBJECT
        let json = ''

        
      const value_id_3 = obj["id"]
      if (value_id_3 !== undefined) {
        json += "{\"id\":"
        
        if (typeof value_id_3 !== 'string') {
          if (value_id_3 === null) {
            json += JSON_STR_EMPTY_STRING
          } else if (value_id_3 instanceof Date) {
            json += JSON_STR_QUOTE + value_id_3.toISOString() + JSON_STR_QUOTE
          } else if (value_id_3 instanceof RegExp) {
            json += asString(value_id_3.source)
          } else {
            json += asString(value_id_3.toString())
          }
        } else {
          json += asString(value_id_3)
        }
        
      } else {
        throw new Error('"id" is required!')
      }
      
      const value_slug_4 = obj["slug"]
      if (value_slug_4 !== undefined) {
        json += ",\"slug\":"
        
        if (typeof value_slug_4 !== 'string') {
          if (value_slug_4 === null) {
            json += JSON_STR_EMPTY_STRING
          } else if (value_slug_4 instanceof Date) {
            json += JSON_STR_QUOTE + value_slug_4.toISOString() + JSON_STR_QUOTE
          } else if (value_slug_4 instanceof RegExp) {
            json += asString(value_slug_4.source)
          } else {
            json += asString(value_slug_4.toString())
          }
        } else {
          json += asString(value_slug_4)
        }
        
      } else {
        throw new Error('"slug" is required!')
      }
      
      const value_name_5 = obj["name"]
      if (value_name_5 !== undefined) {
        json += ",\"name\":"
        
        if (typeof value_name_5 !== 'string') {
          if (value_name_5 === null) {
            json += JSON_STR_EMPTY_STRING
          } else if (value_name_5 instanceof Date) {
            json += JSON_STR_QUOTE + value_name_5.toISOString() + JSON_STR_QUOTE
          } else if (value_name_5 instanceof RegExp) {
            json += asString(value_name_5.source)
          } else {
            json += asString(value_name_5.toString())
          }
        } else {
          json += asString(value_name_5)
        }
        
      } else {
        throw new Error('"name" is required!')
      }
      
    for (const key of Object.keys(obj)) {
      if (
        key === "id" || key === "slug" || key === "name" ||
        obj[key] === undefined ||
        typeof obj[key] === 'function' ||
        typeof obj[key] === 'symbol'
      ) continue
      const value = obj[key]
  
        json += JSON_STR_COMMA
        json += asString(key) + JSON_STR_COLONS + JSON.stringify(value)
      
    }
  
return json + JSON_STR_END_OBJECT

      }
    

      // "#/properties/markets/items"
      function anonymous3 (input) {
        const obj = (input && typeof input.toJSON === 'function')
    ? input.toJSON()
    : input
  
        if (obj === null) return JSON_STR_EMPTY_OBJECT
        let json = ''

        
      const value_id_8 = obj["id"]
      if (value_id_8 !== undefined) {
        json += "{\"id\":"
        
        if (typeof value_id_8 !== 'string') {
          if (value_id_8 === null) {
            json += JSON_STR_EMPTY_STRING
          } else if (value_id_8 instanceof Date) {
            json += JSON_STR_QUOTE + value_id_8.toISOString() + JSON_STR_QUOTE
          } else if (value_id_8 instanceof RegExp) {
            json += asString(value_id_8.source)
          } else {
            json += asString(value_id_8.toString())
          }
        } else {
          json += asString(value_id_8)
        }
        
      } else {
        throw new Error('"id" is required!')
      }
      
      const value_campaignId_9 = obj["campaignId"]
      if (value_campaignId_9 !== undefined) {
        json += ",\"campaignId\":"
        
        if (typeof value_campaignId_9 !== 'string') {
          if (value_campaignId_9 === null) {
            json += JSON_STR_EMPTY_STRING
          } else if (value_campaignId_9 instanceof Date) {
            json += JSON_STR_QUOTE + value_campaignId_9.toISOString() + JSON_STR_QUOTE
          } else if (value_campaignId_9 instanceof RegExp) {
            json += asString(value_campaignId_9.source)
          } else {
            json += asString(value_campaignId_9.toString())
          }
        } else {
          json += asString(value_campaignId_9)
        }
        
      } else {
        throw new Error('"campaignId" is required!')
      }
      
      const value_name_10 = obj["name"]
      if (value_name_10 !== undefined) {
        json += ",\"name\":"
        
        if (typeof value_name_10 !== 'string') {
          if (value_name_10 === null) {
            json += JSON_STR_EMPTY_STRING
          } else if (value_name_10 instanceof Date) {
            json += JSON_STR_QUOTE + value_name_10.toISOString() + JSON_STR_QUOTE
          } else if (value_name_10 instanceof RegExp) {
            json += asString(value_name_10.source)
          } else {
            json += asString(value_name_10.toString())
          }
        } else {
          json += asString(value_name_10)
        }
        
      } else {
        throw new Error('"name" is required!')
      }
      
    for (const key of Object.keys(obj)) {
      if (
        key === "id" || key === "campaignId" || key === "name" ||
        obj[key] === undefined ||
        typeof obj[key] === 'function' ||
        typeof obj[key] === 'symbol'
      ) continue
      const value = obj[key]
  
        json += JSON_STR_COMMA
        json += asString(key) + JSON_STR_COLONS + JSON.stringify(value)
      
    }
  
return json + JSON_STR_END_OBJECT

      }
    

    function anonymous2 (obj) {
      // "#/properties/markets"
      let json = ''
  
    if (obj === null) return JSON_STR_EMPTY_ARRAY
    if (!Array.isArray(obj)) {
      throw new TypeError("The value of '#/properties/markets' does not match schema definition.")
    }
    const arrayLength = obj.length
  
    json += JSON_STR_BEGIN_ARRAY
  
      if (arrayLength > 0) {
        const value = obj[0]
        json += anonymous3(value)
        for (let i = 1; i < arrayLength; i++) {
          json += JSON_STR_COMMA
          const value = obj[i]
          json += anonymous3(value)
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

        
      const value_campaign_1 = obj["campaign"]
      if (value_campaign_1 !== undefined) {
        json += "{\"campaign\":"
        json += anonymous1(value_campaign_1)
      } else {
        throw new Error('"campaign" is required!')
      }
      
      const value_markets_6 = obj["markets"]
      if (value_markets_6 !== undefined) {
        json += ",\"markets\":"
        json += anonymous2(value_markets_6)
      } else {
        throw new Error('"markets" is required!')
      }
      
return json + JSON_STR_END_OBJECT

      }
    
    const main = anonymous0
    return main
    
})(null, serialiser);

export const getCampaignBySlug = (function anonymous(validator,serializer
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
    
  
    
      // "#/properties/campaign"
      function anonymous1 (input) {
        const obj = (input && typeof input.toJSON === 'function')
    ? input.toJSON()
    : input
  
        if (obj === null) return JSON_STR_EMPTY_OBJECT
        let json = ''

        
      const value_id_3 = obj["id"]
      if (value_id_3 !== undefined) {
        json += "{\"id\":"
        
        if (typeof value_id_3 !== 'string') {
          if (value_id_3 === null) {
            json += JSON_STR_EMPTY_STRING
          } else if (value_id_3 instanceof Date) {
            json += JSON_STR_QUOTE + value_id_3.toISOString() + JSON_STR_QUOTE
          } else if (value_id_3 instanceof RegExp) {
            json += asString(value_id_3.source)
          } else {
            json += asString(value_id_3.toString())
          }
        } else {
          json += asString(value_id_3)
        }
        
      } else {
        throw new Error('"id" is required!')
      }
      
      const value_slug_4 = obj["slug"]
      if (value_slug_4 !== undefined) {
        json += ",\"slug\":"
        
        if (typeof value_slug_4 !== 'string') {
          if (value_slug_4 === null) {
            json += JSON_STR_EMPTY_STRING
          } else if (value_slug_4 instanceof Date) {
            json += JSON_STR_QUOTE + value_slug_4.toISOString() + JSON_STR_QUOTE
          } else if (value_slug_4 instanceof RegExp) {
            json += asString(value_slug_4.source)
          } else {
            json += asString(value_slug_4.toString())
          }
        } else {
          json += asString(value_slug_4)
        }
        
      } else {
        throw new Error('"slug" is required!')
      }
      
      const value_name_5 = obj["name"]
      if (value_name_5 !== undefined) {
        json += ",\"name\":"
        
        if (typeof value_name_5 !== 'string') {
          if (value_name_5 === null) {
            json += JSON_STR_EMPTY_STRING
          } else if (value_name_5 instanceof Date) {
            json += JSON_STR_QUOTE + value_name_5.toISOString() + JSON_STR_QUOTE
          } else if (value_name_5 instanceof RegExp) {
            json += asString(value_name_5.source)
          } else {
            json += asString(value_name_5.toString())
          }
        } else {
          json += asString(value_name_5)
        }
        
      } else {
        throw new Error('"name" is required!')
      }
      
    for (const key of Object.keys(obj)) {
      if (
        key === "id" || key === "slug" || key === "name" ||
        obj[key] === undefined ||
        typeof obj[key] === 'function' ||
        typeof obj[key] === 'symbol'
      ) continue
      const value = obj[key]
  
        json += JSON_STR_COMMA
        json += asString(key) + JSON_STR_COLONS + JSON.stringify(value)
      
    }
  
return json + JSON_STR_END_OBJECT

      }
    

      // "#/properties/markets/items"
      function anonymous3 (input) {
        const obj = (input && typeof input.toJSON === 'function')
    ? input.toJSON()
    : input
  
        if (obj === null) return JSON_STR_EMPTY_OBJECT
        let json = ''

        
      const value_id_8 = obj["id"]
      if (value_id_8 !== undefined) {
        json += "{\"id\":"
        
        if (typeof value_id_8 !== 'string') {
          if (value_id_8 === null) {
            json += JSON_STR_EMPTY_STRING
          } else if (value_id_8 instanceof Date) {
            json += JSON_STR_QUOTE + value_id_8.toISOString() + JSON_STR_QUOTE
          } else if (value_id_8 instanceof RegExp) {
            json += asString(value_id_8.source)
          } else {
            json += asString(value_id_8.toString())
          }
        } else {
          json += asString(value_id_8)
        }
        
      } else {
        throw new Error('"id" is required!')
      }
      
      const value_campaignId_9 = obj["campaignId"]
      if (value_campaignId_9 !== undefined) {
        json += ",\"campaignId\":"
        
        if (typeof value_campaignId_9 !== 'string') {
          if (value_campaignId_9 === null) {
            json += JSON_STR_EMPTY_STRING
          } else if (value_campaignId_9 instanceof Date) {
            json += JSON_STR_QUOTE + value_campaignId_9.toISOString() + JSON_STR_QUOTE
          } else if (value_campaignId_9 instanceof RegExp) {
            json += asString(value_campaignId_9.source)
          } else {
            json += asString(value_campaignId_9.toString())
          }
        } else {
          json += asString(value_campaignId_9)
        }
        
      } else {
        throw new Error('"campaignId" is required!')
      }
      
      const value_name_10 = obj["name"]
      if (value_name_10 !== undefined) {
        json += ",\"name\":"
        
        if (typeof value_name_10 !== 'string') {
          if (value_name_10 === null) {
            json += JSON_STR_EMPTY_STRING
          } else if (value_name_10 instanceof Date) {
            json += JSON_STR_QUOTE + value_name_10.toISOString() + JSON_STR_QUOTE
          } else if (value_name_10 instanceof RegExp) {
            json += asString(value_name_10.source)
          } else {
            json += asString(value_name_10.toString())
          }
        } else {
          json += asString(value_name_10)
        }
        
      } else {
        throw new Error('"name" is required!')
      }
      
    for (const key of Object.keys(obj)) {
      if (
        key === "id" || key === "campaignId" || key === "name" ||
        obj[key] === undefined ||
        typeof obj[key] === 'function' ||
        typeof obj[key] === 'symbol'
      ) continue
      const value = obj[key]
  
        json += JSON_STR_COMMA
        json += asString(key) + JSON_STR_COLONS + JSON.stringify(value)
      
    }
  
return json + JSON_STR_END_OBJECT

      }
    

    function anonymous2 (obj) {
      // "#/properties/markets"
      let json = ''
  
    if (obj === null) return JSON_STR_EMPTY_ARRAY
    if (!Array.isArray(obj)) {
      throw new TypeError("The value of '#/properties/markets' does not match schema definition.")
    }
    const arrayLength = obj.length
  
    json += JSON_STR_BEGIN_ARRAY
  
      if (arrayLength > 0) {
        const value = obj[0]
        json += anonymous3(value)
        for (let i = 1; i < arrayLength; i++) {
          json += JSON_STR_COMMA
          const value = obj[i]
          json += anonymous3(value)
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

        
      const value_campaign_1 = obj["campaign"]
      if (value_campaign_1 !== undefined) {
        json += "{\"campaign\":"
        json += anonymous1(value_campaign_1)
      } else {
        throw new Error('"campaign" is required!')
      }
      
      const value_markets_6 = obj["markets"]
      if (value_markets_6 !== undefined) {
        json += ",\"markets\":"
        json += anonymous2(value_markets_6)
      } else {
        throw new Error('"markets" is required!')
      }
      
return json + JSON_STR_END_OBJECT

      }
    
    const main = anonymous0
    return main
    
})(null, serialiser);

export const getMarket = (function anonymous(validator,serializer
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

        
      const value_id_1 = obj["id"]
      if (value_id_1 !== undefined) {
        json += "{\"id\":"
        
        if (typeof value_id_1 !== 'string') {
          if (value_id_1 === null) {
            json += JSON_STR_EMPTY_STRING
          } else if (value_id_1 instanceof Date) {
            json += JSON_STR_QUOTE + value_id_1.toISOString() + JSON_STR_QUOTE
          } else if (value_id_1 instanceof RegExp) {
            json += asString(value_id_1.source)
          } else {
            json += asString(value_id_1.toString())
          }
        } else {
          json += asString(value_id_1)
        }
        
      } else {
        throw new Error('"id" is required!')
      }
      
      const value_campaignId_2 = obj["campaignId"]
      if (value_campaignId_2 !== undefined) {
        json += ",\"campaignId\":"
        
        if (typeof value_campaignId_2 !== 'string') {
          if (value_campaignId_2 === null) {
            json += JSON_STR_EMPTY_STRING
          } else if (value_campaignId_2 instanceof Date) {
            json += JSON_STR_QUOTE + value_campaignId_2.toISOString() + JSON_STR_QUOTE
          } else if (value_campaignId_2 instanceof RegExp) {
            json += asString(value_campaignId_2.source)
          } else {
            json += asString(value_campaignId_2.toString())
          }
        } else {
          json += asString(value_campaignId_2)
        }
        
      } else {
        throw new Error('"campaignId" is required!')
      }
      
      const value_name_3 = obj["name"]
      if (value_name_3 !== undefined) {
        json += ",\"name\":"
        
        if (typeof value_name_3 !== 'string') {
          if (value_name_3 === null) {
            json += JSON_STR_EMPTY_STRING
          } else if (value_name_3 instanceof Date) {
            json += JSON_STR_QUOTE + value_name_3.toISOString() + JSON_STR_QUOTE
          } else if (value_name_3 instanceof RegExp) {
            json += asString(value_name_3.source)
          } else {
            json += asString(value_name_3.toString())
          }
        } else {
          json += asString(value_name_3)
        }
        
      } else {
        throw new Error('"name" is required!')
      }
      
    for (const key of Object.keys(obj)) {
      if (
        key === "id" || key === "campaignId" || key === "name" ||
        obj[key] === undefined ||
        typeof obj[key] === 'function' ||
        typeof obj[key] === 'symbol'
      ) continue
      const value = obj[key]
  
        json += JSON_STR_COMMA
        json += asString(key) + JSON_STR_COLONS + JSON.stringify(value)
      
    }
  
return json + JSON_STR_END_OBJECT

      }
    
    const main = anonymous0
    return main
    
})(null, serialiser);

export const putCampaign = (function anonymous(validator,serializer
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
    
  
    
      // "#/properties/campaign"
      function anonymous1 (input) {
        const obj = (input && typeof input.toJSON === 'function')
    ? input.toJSON()
    : input
  
        if (obj === null) return JSON_STR_EMPTY_OBJECT
        let json = ''

        
      const value_id_3 = obj["id"]
      if (value_id_3 !== undefined) {
        json += "{\"id\":"
        
        if (typeof value_id_3 !== 'string') {
          if (value_id_3 === null) {
            json += JSON_STR_EMPTY_STRING
          } else if (value_id_3 instanceof Date) {
            json += JSON_STR_QUOTE + value_id_3.toISOString() + JSON_STR_QUOTE
          } else if (value_id_3 instanceof RegExp) {
            json += asString(value_id_3.source)
          } else {
            json += asString(value_id_3.toString())
          }
        } else {
          json += asString(value_id_3)
        }
        
      } else {
        throw new Error('"id" is required!')
      }
      
      const value_slug_4 = obj["slug"]
      if (value_slug_4 !== undefined) {
        json += ",\"slug\":"
        
        if (typeof value_slug_4 !== 'string') {
          if (value_slug_4 === null) {
            json += JSON_STR_EMPTY_STRING
          } else if (value_slug_4 instanceof Date) {
            json += JSON_STR_QUOTE + value_slug_4.toISOString() + JSON_STR_QUOTE
          } else if (value_slug_4 instanceof RegExp) {
            json += asString(value_slug_4.source)
          } else {
            json += asString(value_slug_4.toString())
          }
        } else {
          json += asString(value_slug_4)
        }
        
      } else {
        throw new Error('"slug" is required!')
      }
      
      const value_name_5 = obj["name"]
      if (value_name_5 !== undefined) {
        json += ",\"name\":"
        
        if (typeof value_name_5 !== 'string') {
          if (value_name_5 === null) {
            json += JSON_STR_EMPTY_STRING
          } else if (value_name_5 instanceof Date) {
            json += JSON_STR_QUOTE + value_name_5.toISOString() + JSON_STR_QUOTE
          } else if (value_name_5 instanceof RegExp) {
            json += asString(value_name_5.source)
          } else {
            json += asString(value_name_5.toString())
          }
        } else {
          json += asString(value_name_5)
        }
        
      } else {
        throw new Error('"name" is required!')
      }
      
    for (const key of Object.keys(obj)) {
      if (
        key === "id" || key === "slug" || key === "name" ||
        obj[key] === undefined ||
        typeof obj[key] === 'function' ||
        typeof obj[key] === 'symbol'
      ) continue
      const value = obj[key]
  
        json += JSON_STR_COMMA
        json += asString(key) + JSON_STR_COLONS + JSON.stringify(value)
      
    }
  
return json + JSON_STR_END_OBJECT

      }
    

      // "#/properties/markets/items"
      function anonymous3 (input) {
        const obj = (input && typeof input.toJSON === 'function')
    ? input.toJSON()
    : input
  
        if (obj === null) return JSON_STR_EMPTY_OBJECT
        let json = ''

        
      const value_id_8 = obj["id"]
      if (value_id_8 !== undefined) {
        json += "{\"id\":"
        
        if (typeof value_id_8 !== 'string') {
          if (value_id_8 === null) {
            json += JSON_STR_EMPTY_STRING
          } else if (value_id_8 instanceof Date) {
            json += JSON_STR_QUOTE + value_id_8.toISOString() + JSON_STR_QUOTE
          } else if (value_id_8 instanceof RegExp) {
            json += asString(value_id_8.source)
          } else {
            json += asString(value_id_8.toString())
          }
        } else {
          json += asString(value_id_8)
        }
        
      } else {
        throw new Error('"id" is required!')
      }
      
      const value_campaignId_9 = obj["campaignId"]
      if (value_campaignId_9 !== undefined) {
        json += ",\"campaignId\":"
        
        if (typeof value_campaignId_9 !== 'string') {
          if (value_campaignId_9 === null) {
            json += JSON_STR_EMPTY_STRING
          } else if (value_campaignId_9 instanceof Date) {
            json += JSON_STR_QUOTE + value_campaignId_9.toISOString() + JSON_STR_QUOTE
          } else if (value_campaignId_9 instanceof RegExp) {
            json += asString(value_campaignId_9.source)
          } else {
            json += asString(value_campaignId_9.toString())
          }
        } else {
          json += asString(value_campaignId_9)
        }
        
      } else {
        throw new Error('"campaignId" is required!')
      }
      
      const value_name_10 = obj["name"]
      if (value_name_10 !== undefined) {
        json += ",\"name\":"
        
        if (typeof value_name_10 !== 'string') {
          if (value_name_10 === null) {
            json += JSON_STR_EMPTY_STRING
          } else if (value_name_10 instanceof Date) {
            json += JSON_STR_QUOTE + value_name_10.toISOString() + JSON_STR_QUOTE
          } else if (value_name_10 instanceof RegExp) {
            json += asString(value_name_10.source)
          } else {
            json += asString(value_name_10.toString())
          }
        } else {
          json += asString(value_name_10)
        }
        
      } else {
        throw new Error('"name" is required!')
      }
      
    for (const key of Object.keys(obj)) {
      if (
        key === "id" || key === "campaignId" || key === "name" ||
        obj[key] === undefined ||
        typeof obj[key] === 'function' ||
        typeof obj[key] === 'symbol'
      ) continue
      const value = obj[key]
  
        json += JSON_STR_COMMA
        json += asString(key) + JSON_STR_COLONS + JSON.stringify(value)
      
    }
  
return json + JSON_STR_END_OBJECT

      }
    

    function anonymous2 (obj) {
      // "#/properties/markets"
      let json = ''
  
    if (obj === null) return JSON_STR_EMPTY_ARRAY
    if (!Array.isArray(obj)) {
      throw new TypeError("The value of '#/properties/markets' does not match schema definition.")
    }
    const arrayLength = obj.length
  
    json += JSON_STR_BEGIN_ARRAY
  
      if (arrayLength > 0) {
        const value = obj[0]
        json += anonymous3(value)
        for (let i = 1; i < arrayLength; i++) {
          json += JSON_STR_COMMA
          const value = obj[i]
          json += anonymous3(value)
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

        
      const value_campaign_1 = obj["campaign"]
      if (value_campaign_1 !== undefined) {
        json += "{\"campaign\":"
        json += anonymous1(value_campaign_1)
      } else {
        throw new Error('"campaign" is required!')
      }
      
      const value_markets_6 = obj["markets"]
      if (value_markets_6 !== undefined) {
        json += ",\"markets\":"
        json += anonymous2(value_markets_6)
      } else {
        throw new Error('"markets" is required!')
      }
      
return json + JSON_STR_END_OBJECT

      }
    
    const main = anonymous0
    return main
    
})(null, serialiser);

export const setStatus = (function anonymous(validator,serializer
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

        
      const value_id_1 = obj["id"]
      if (value_id_1 !== undefined) {
        json += "{\"id\":"
        
        if (typeof value_id_1 !== 'string') {
          if (value_id_1 === null) {
            json += JSON_STR_EMPTY_STRING
          } else if (value_id_1 instanceof Date) {
            json += JSON_STR_QUOTE + value_id_1.toISOString() + JSON_STR_QUOTE
          } else if (value_id_1 instanceof RegExp) {
            json += asString(value_id_1.source)
          } else {
            json += asString(value_id_1.toString())
          }
        } else {
          json += asString(value_id_1)
        }
        
      } else {
        throw new Error('"id" is required!')
      }
      
      const value_slug_2 = obj["slug"]
      if (value_slug_2 !== undefined) {
        json += ",\"slug\":"
        
        if (typeof value_slug_2 !== 'string') {
          if (value_slug_2 === null) {
            json += JSON_STR_EMPTY_STRING
          } else if (value_slug_2 instanceof Date) {
            json += JSON_STR_QUOTE + value_slug_2.toISOString() + JSON_STR_QUOTE
          } else if (value_slug_2 instanceof RegExp) {
            json += asString(value_slug_2.source)
          } else {
            json += asString(value_slug_2.toString())
          }
        } else {
          json += asString(value_slug_2)
        }
        
      } else {
        throw new Error('"slug" is required!')
      }
      
      const value_name_3 = obj["name"]
      if (value_name_3 !== undefined) {
        json += ",\"name\":"
        
        if (typeof value_name_3 !== 'string') {
          if (value_name_3 === null) {
            json += JSON_STR_EMPTY_STRING
          } else if (value_name_3 instanceof Date) {
            json += JSON_STR_QUOTE + value_name_3.toISOString() + JSON_STR_QUOTE
          } else if (value_name_3 instanceof RegExp) {
            json += asString(value_name_3.source)
          } else {
            json += asString(value_name_3.toString())
          }
        } else {
          json += asString(value_name_3)
        }
        
      } else {
        throw new Error('"name" is required!')
      }
      
    for (const key of Object.keys(obj)) {
      if (
        key === "id" || key === "slug" || key === "name" ||
        obj[key] === undefined ||
        typeof obj[key] === 'function' ||
        typeof obj[key] === 'symbol'
      ) continue
      const value = obj[key]
  
        json += JSON_STR_COMMA
        json += asString(key) + JSON_STR_COLONS + JSON.stringify(value)
      
    }
  
return json + JSON_STR_END_OBJECT

      }
    
    const main = anonymous0
    return main
    
})(null, serialiser);

export const setNotification = (function anonymous(validator,serializer
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

        
      const value_id_1 = obj["id"]
      if (value_id_1 !== undefined) {
        json += "{\"id\":"
        
        if (typeof value_id_1 !== 'string') {
          if (value_id_1 === null) {
            json += JSON_STR_EMPTY_STRING
          } else if (value_id_1 instanceof Date) {
            json += JSON_STR_QUOTE + value_id_1.toISOString() + JSON_STR_QUOTE
          } else if (value_id_1 instanceof RegExp) {
            json += asString(value_id_1.source)
          } else {
            json += asString(value_id_1.toString())
          }
        } else {
          json += asString(value_id_1)
        }
        
      } else {
        throw new Error('"id" is required!')
      }
      
      const value_campaignId_2 = obj["campaignId"]
      if (value_campaignId_2 !== undefined) {
        json += ",\"campaignId\":"
        
        if (typeof value_campaignId_2 !== 'string') {
          if (value_campaignId_2 === null) {
            json += JSON_STR_EMPTY_STRING
          } else if (value_campaignId_2 instanceof Date) {
            json += JSON_STR_QUOTE + value_campaignId_2.toISOString() + JSON_STR_QUOTE
          } else if (value_campaignId_2 instanceof RegExp) {
            json += asString(value_campaignId_2.source)
          } else {
            json += asString(value_campaignId_2.toString())
          }
        } else {
          json += asString(value_campaignId_2)
        }
        
      } else {
        throw new Error('"campaignId" is required!')
      }
      
      const value_name_3 = obj["name"]
      if (value_name_3 !== undefined) {
        json += ",\"name\":"
        
        if (typeof value_name_3 !== 'string') {
          if (value_name_3 === null) {
            json += JSON_STR_EMPTY_STRING
          } else if (value_name_3 instanceof Date) {
            json += JSON_STR_QUOTE + value_name_3.toISOString() + JSON_STR_QUOTE
          } else if (value_name_3 instanceof RegExp) {
            json += asString(value_name_3.source)
          } else {
            json += asString(value_name_3.toString())
          }
        } else {
          json += asString(value_name_3)
        }
        
      } else {
        throw new Error('"name" is required!')
      }
      
    for (const key of Object.keys(obj)) {
      if (
        key === "id" || key === "campaignId" || key === "name" ||
        obj[key] === undefined ||
        typeof obj[key] === 'function' ||
        typeof obj[key] === 'symbol'
      ) continue
      const value = obj[key]
  
        json += JSON_STR_COMMA
        json += asString(key) + JSON_STR_COLONS + JSON.stringify(value)
      
    }
  
return json + JSON_STR_END_OBJECT

      }
    
    const main = anonymous0
    return main
    
})(null, serialiser);

export const reportCampaignStats = (function anonymous(validator,serializer
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

export const addVerdictCounts = (function anonymous(validator,serializer
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

        
      const value_added_1 = obj["added"]
      if (value_added_1 !== undefined) {
        json += "{\"added\":"
        json += asInteger(value_added_1)
      } else {
        throw new Error('"added" is required!')
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

export const getMarketStats = (function anonymous(validator,serializer
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
    
  
    
      // "#/properties/stats"
      function anonymous1 (input) {
        const obj = (input && typeof input.toJSON === 'function')
    ? input.toJSON()
    : input
  
        if (obj === null) return JSON_STR_EMPTY_OBJECT
        let json = ''

        
      const value_eligible_6 = obj["eligible"]
      if (value_eligible_6 !== undefined) {
        json += "{\"eligible\":"
        json += asInteger(value_eligible_6)
      } else {
        throw new Error('"eligible" is required!')
      }
      
      const value_selected_7 = obj["selected"]
      if (value_selected_7 !== undefined) {
        json += ",\"selected\":"
        json += asInteger(value_selected_7)
      } else {
        throw new Error('"selected" is required!')
      }
      
      const value_waitlisted_8 = obj["waitlisted"]
      if (value_waitlisted_8 !== undefined) {
        json += ",\"waitlisted\":"
        json += asInteger(value_waitlisted_8)
      } else {
        throw new Error('"waitlisted" is required!')
      }
      
      const value_reserved_9 = obj["reserved"]
      if (value_reserved_9 !== undefined) {
        json += ",\"reserved\":"
        json += asInteger(value_reserved_9)
      } else {
        throw new Error('"reserved" is required!')
      }
      
      const value_enqueued_10 = obj["enqueued"]
      if (value_enqueued_10 !== undefined) {
        json += ",\"enqueued\":"
        json += asInteger(value_enqueued_10)
      } else {
        throw new Error('"enqueued" is required!')
      }
      
      const value_failed_11 = obj["failed"]
      if (value_failed_11 !== undefined) {
        json += ",\"failed\":"
        json += asInteger(value_failed_11)
      } else {
        throw new Error('"failed" is required!')
      }
      
return json + JSON_STR_END_OBJECT

      }
    

      // "#/properties/verdicts"
      function anonymous2 (input) {
        const obj = (input && typeof input.toJSON === 'function')
    ? input.toJSON()
    : input
  
        if (obj === null) return JSON_STR_EMPTY_OBJECT
        let json = ''

        
      const value_winners_15 = obj["winners"]
      if (value_winners_15 !== undefined) {
        json += "{\"winners\":"
        json += asInteger(value_winners_15)
      } else {
        throw new Error('"winners" is required!')
      }
      
      const value_waitlisted_16 = obj["waitlisted"]
      if (value_waitlisted_16 !== undefined) {
        json += ",\"waitlisted\":"
        json += asInteger(value_waitlisted_16)
      } else {
        throw new Error('"waitlisted" is required!')
      }
      
      const value_losers_17 = obj["losers"]
      if (value_losers_17 !== undefined) {
        json += ",\"losers\":"
        json += asInteger(value_losers_17)
      } else {
        throw new Error('"losers" is required!')
      }
      
      const value_withdrawn_18 = obj["withdrawn"]
      if (value_withdrawn_18 !== undefined) {
        json += ",\"withdrawn\":"
        json += asInteger(value_withdrawn_18)
      } else {
        throw new Error('"withdrawn" is required!')
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

        
      const value_marketId_1 = obj["marketId"]
      if (value_marketId_1 !== undefined) {
        json += "{\"marketId\":"
        
        if (typeof value_marketId_1 !== 'string') {
          if (value_marketId_1 === null) {
            json += JSON_STR_EMPTY_STRING
          } else if (value_marketId_1 instanceof Date) {
            json += JSON_STR_QUOTE + value_marketId_1.toISOString() + JSON_STR_QUOTE
          } else if (value_marketId_1 instanceof RegExp) {
            json += asString(value_marketId_1.source)
          } else {
            json += asString(value_marketId_1.toString())
          }
        } else {
          json += asString(value_marketId_1)
        }
        
      } else {
        throw new Error('"marketId" is required!')
      }
      
      const value_drawId_2 = obj["drawId"]
      if (value_drawId_2 !== undefined) {
        json += ",\"drawId\":"
        
          if (value_drawId_2 === null) {
            json += JSON_STR_NULL
          }
          
          else if(
            typeof value_drawId_2 === "string" ||
            value_drawId_2 === null ||
            value_drawId_2 instanceof Date ||
            value_drawId_2 instanceof RegExp ||
            (
              typeof value_drawId_2 === "object" &&
              typeof value_drawId_2.toString === "function" &&
              value_drawId_2.toString !== Object.prototype.toString
            )
          ) {
            
        if (typeof value_drawId_2 !== 'string') {
          if (value_drawId_2 === null) {
            json += JSON_STR_EMPTY_STRING
          } else if (value_drawId_2 instanceof Date) {
            json += JSON_STR_QUOTE + value_drawId_2.toISOString() + JSON_STR_QUOTE
          } else if (value_drawId_2 instanceof RegExp) {
            json += asString(value_drawId_2.source)
          } else {
            json += asString(value_drawId_2.toString())
          }
        } else {
          json += asString(value_drawId_2)
        }
        
          }
        
    else throw new TypeError("The value of '#/properties/drawId' does not match schema definition.")
  
      } else {
        throw new Error('"drawId" is required!')
      }
      
      const value_status_3 = obj["status"]
      if (value_status_3 !== undefined) {
        json += ",\"status\":"
        
        if (typeof value_status_3 !== 'string') {
          if (value_status_3 === null) {
            json += JSON_STR_EMPTY_STRING
          } else if (value_status_3 instanceof Date) {
            json += JSON_STR_QUOTE + value_status_3.toISOString() + JSON_STR_QUOTE
          } else if (value_status_3 instanceof RegExp) {
            json += asString(value_status_3.source)
          } else {
            json += asString(value_status_3.toString())
          }
        } else {
          json += asString(value_status_3)
        }
        
      } else {
        throw new Error('"status" is required!')
      }
      
      const value_stats_4 = obj["stats"]
      if (value_stats_4 !== undefined) {
        json += ",\"stats\":"
        json += anonymous1(value_stats_4)
      } else {
        throw new Error('"stats" is required!')
      }
      
      const value_shortfall_12 = obj["shortfall"]
      if (value_shortfall_12 !== undefined) {
        json += ",\"shortfall\":"
        json += asInteger(value_shortfall_12)
      } else {
        throw new Error('"shortfall" is required!')
      }
      
      const value_verdicts_13 = obj["verdicts"]
      if (value_verdicts_13 !== undefined) {
        json += ",\"verdicts\":"
        json += anonymous2(value_verdicts_13)
      } else {
        throw new Error('"verdicts" is required!')
      }
      
      const value_promoted_19 = obj["promoted"]
      if (value_promoted_19 !== undefined) {
        json += ",\"promoted\":"
        json += asInteger(value_promoted_19)
      } else {
        throw new Error('"promoted" is required!')
      }
      
return json + JSON_STR_END_OBJECT

      }
    
    const main = anonymous0
    return main
    
})(null, serialiser);

export const freezeDraw = (function anonymous(validator,serializer
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
    
  
    
      // "#/properties/markets/items"
      function anonymous2 (input) {
        const obj = (input && typeof input.toJSON === 'function')
    ? input.toJSON()
    : input
  
        if (obj === null) return JSON_STR_EMPTY_OBJECT
        let json = ''

        
      const value_id_7 = obj["id"]
      if (value_id_7 !== undefined) {
        json += "{\"id\":"
        
        if (typeof value_id_7 !== 'string') {
          if (value_id_7 === null) {
            json += JSON_STR_EMPTY_STRING
          } else if (value_id_7 instanceof Date) {
            json += JSON_STR_QUOTE + value_id_7.toISOString() + JSON_STR_QUOTE
          } else if (value_id_7 instanceof RegExp) {
            json += asString(value_id_7.source)
          } else {
            json += asString(value_id_7.toString())
          }
        } else {
          json += asString(value_id_7)
        }
        
      } else {
        throw new Error('"id" is required!')
      }
      
      const value_capacity_8 = obj["capacity"]
      if (value_capacity_8 !== undefined) {
        json += ",\"capacity\":"
        json += asInteger(value_capacity_8)
      } else {
        throw new Error('"capacity" is required!')
      }
      
      const value_waitlistCapacity_9 = obj["waitlistCapacity"]
      if (value_waitlistCapacity_9 !== undefined) {
        json += ",\"waitlistCapacity\":"
        json += asInteger(value_waitlistCapacity_9)
      } else {
        throw new Error('"waitlistCapacity" is required!')
      }
      
return json + JSON_STR_END_OBJECT

      }
    

    function anonymous1 (obj) {
      // "#/properties/markets"
      let json = ''
  
    if (obj === null) return JSON_STR_EMPTY_ARRAY
    if (!Array.isArray(obj)) {
      throw new TypeError("The value of '#/properties/markets' does not match schema definition.")
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

        
      const value_drawId_1 = obj["drawId"]
      if (value_drawId_1 !== undefined) {
        json += "{\"drawId\":"
        
        if (typeof value_drawId_1 !== 'string') {
          if (value_drawId_1 === null) {
            json += JSON_STR_EMPTY_STRING
          } else if (value_drawId_1 instanceof Date) {
            json += JSON_STR_QUOTE + value_drawId_1.toISOString() + JSON_STR_QUOTE
          } else if (value_drawId_1 instanceof RegExp) {
            json += asString(value_drawId_1.source)
          } else {
            json += asString(value_drawId_1.toString())
          }
        } else {
          json += asString(value_drawId_1)
        }
        
      } else {
        throw new Error('"drawId" is required!')
      }
      
      const value_campaignId_2 = obj["campaignId"]
      if (value_campaignId_2 !== undefined) {
        json += ",\"campaignId\":"
        
        if (typeof value_campaignId_2 !== 'string') {
          if (value_campaignId_2 === null) {
            json += JSON_STR_EMPTY_STRING
          } else if (value_campaignId_2 instanceof Date) {
            json += JSON_STR_QUOTE + value_campaignId_2.toISOString() + JSON_STR_QUOTE
          } else if (value_campaignId_2 instanceof RegExp) {
            json += asString(value_campaignId_2.source)
          } else {
            json += asString(value_campaignId_2.toString())
          }
        } else {
          json += asString(value_campaignId_2)
        }
        
      } else {
        throw new Error('"campaignId" is required!')
      }
      
      const value_draw_3 = obj["draw"]
      if (value_draw_3 !== undefined) {
        json += ",\"draw\":"
        json += asInteger(value_draw_3)
      } else {
        throw new Error('"draw" is required!')
      }
      
      const value_state_4 = obj["state"]
      if (value_state_4 !== undefined) {
        json += ",\"state\":"
        
        if (typeof value_state_4 !== 'string') {
          if (value_state_4 === null) {
            json += JSON_STR_EMPTY_STRING
          } else if (value_state_4 instanceof Date) {
            json += JSON_STR_QUOTE + value_state_4.toISOString() + JSON_STR_QUOTE
          } else if (value_state_4 instanceof RegExp) {
            json += asString(value_state_4.source)
          } else {
            json += asString(value_state_4.toString())
          }
        } else {
          json += asString(value_state_4)
        }
        
      } else {
        throw new Error('"state" is required!')
      }
      
      const value_markets_5 = obj["markets"]
      if (value_markets_5 !== undefined) {
        json += ",\"markets\":"
        json += anonymous1(value_markets_5)
      } else {
        throw new Error('"markets" is required!')
      }
      
      const value_rulesHash_10 = obj["rulesHash"]
      if (value_rulesHash_10 !== undefined) {
        json += ",\"rulesHash\":"
        
        if (typeof value_rulesHash_10 !== 'string') {
          if (value_rulesHash_10 === null) {
            json += JSON_STR_EMPTY_STRING
          } else if (value_rulesHash_10 instanceof Date) {
            json += JSON_STR_QUOTE + value_rulesHash_10.toISOString() + JSON_STR_QUOTE
          } else if (value_rulesHash_10 instanceof RegExp) {
            json += asString(value_rulesHash_10.source)
          } else {
            json += asString(value_rulesHash_10.toString())
          }
        } else {
          json += asString(value_rulesHash_10)
        }
        
      } else {
        throw new Error('"rulesHash" is required!')
      }
      
      const value_entrantsRoot_11 = obj["entrantsRoot"]
      if (value_entrantsRoot_11 !== undefined) {
        json += ",\"entrantsRoot\":"
        
        if (typeof value_entrantsRoot_11 !== 'string') {
          if (value_entrantsRoot_11 === null) {
            json += JSON_STR_EMPTY_STRING
          } else if (value_entrantsRoot_11 instanceof Date) {
            json += JSON_STR_QUOTE + value_entrantsRoot_11.toISOString() + JSON_STR_QUOTE
          } else if (value_entrantsRoot_11 instanceof RegExp) {
            json += asString(value_entrantsRoot_11.source)
          } else {
            json += asString(value_entrantsRoot_11.toString())
          }
        } else {
          json += asString(value_entrantsRoot_11)
        }
        
      } else {
        throw new Error('"entrantsRoot" is required!')
      }
      
      const value_entrantsCount_12 = obj["entrantsCount"]
      if (value_entrantsCount_12 !== undefined) {
        json += ",\"entrantsCount\":"
        json += asInteger(value_entrantsCount_12)
      } else {
        throw new Error('"entrantsCount" is required!')
      }
      
      const value_commitment_13 = obj["commitment"]
      if (value_commitment_13 !== undefined) {
        json += ",\"commitment\":"
        
        if (typeof value_commitment_13 !== 'string') {
          if (value_commitment_13 === null) {
            json += JSON_STR_EMPTY_STRING
          } else if (value_commitment_13 instanceof Date) {
            json += JSON_STR_QUOTE + value_commitment_13.toISOString() + JSON_STR_QUOTE
          } else if (value_commitment_13 instanceof RegExp) {
            json += asString(value_commitment_13.source)
          } else {
            json += asString(value_commitment_13.toString())
          }
        } else {
          json += asString(value_commitment_13)
        }
        
      } else {
        throw new Error('"commitment" is required!')
      }
      
      const value_frozenAt_14 = obj["frozenAt"]
      if (value_frozenAt_14 !== undefined) {
        json += ",\"frozenAt\":"
        json += asDateTime(value_frozenAt_14)
      } else {
        throw new Error('"frozenAt" is required!')
      }
      
      const value_drawnAt_15 = obj["drawnAt"]
      if (value_drawnAt_15 !== undefined) {
        json += ",\"drawnAt\":"
        
          if (value_drawnAt_15 === null) {
            json += JSON_STR_NULL
          }
          
          else if(
            typeof value_drawnAt_15 === "string" ||
            value_drawnAt_15 === null ||
            value_drawnAt_15 instanceof Date ||
            value_drawnAt_15 instanceof RegExp ||
            (
              typeof value_drawnAt_15 === "object" &&
              typeof value_drawnAt_15.toString === "function" &&
              value_drawnAt_15.toString !== Object.prototype.toString
            )
          ) {
            json += asDateTime(value_drawnAt_15)
          }
        
    else throw new TypeError("The value of '#/properties/drawnAt' does not match schema definition.")
  
      } else {
        throw new Error('"drawnAt" is required!')
      }
      
      const value_resultsRoot_16 = obj["resultsRoot"]
      if (value_resultsRoot_16 !== undefined) {
        json += ",\"resultsRoot\":"
        
          if (value_resultsRoot_16 === null) {
            json += JSON_STR_NULL
          }
          
          else if(
            typeof value_resultsRoot_16 === "string" ||
            value_resultsRoot_16 === null ||
            value_resultsRoot_16 instanceof Date ||
            value_resultsRoot_16 instanceof RegExp ||
            (
              typeof value_resultsRoot_16 === "object" &&
              typeof value_resultsRoot_16.toString === "function" &&
              value_resultsRoot_16.toString !== Object.prototype.toString
            )
          ) {
            
        if (typeof value_resultsRoot_16 !== 'string') {
          if (value_resultsRoot_16 === null) {
            json += JSON_STR_EMPTY_STRING
          } else if (value_resultsRoot_16 instanceof Date) {
            json += JSON_STR_QUOTE + value_resultsRoot_16.toISOString() + JSON_STR_QUOTE
          } else if (value_resultsRoot_16 instanceof RegExp) {
            json += asString(value_resultsRoot_16.source)
          } else {
            json += asString(value_resultsRoot_16.toString())
          }
        } else {
          json += asString(value_resultsRoot_16)
        }
        
          }
        
    else throw new TypeError("The value of '#/properties/resultsRoot' does not match schema definition.")
  
      } else {
        throw new Error('"resultsRoot" is required!')
      }
      
return json + JSON_STR_END_OBJECT

      }
    
    const main = anonymous0
    return main
    
})(null, serialiser);

export const requestDraw = (function anonymous(validator,serializer
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
      // "#/properties/marketIds"
      let json = ''
  
    if (obj === null) return JSON_STR_EMPTY_ARRAY
    if (!Array.isArray(obj)) {
      throw new TypeError("The value of '#/properties/marketIds' does not match schema definition.")
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
      
      const value_draw_2 = obj["draw"]
      if (value_draw_2 !== undefined) {
        json += ",\"draw\":"
        json += asInteger(value_draw_2)
      } else {
        throw new Error('"draw" is required!')
      }
      
      const value_reason_3 = obj["reason"]
      if (value_reason_3 !== undefined) {
        json += ",\"reason\":"
        
        if (typeof value_reason_3 !== 'string') {
          if (value_reason_3 === null) {
            json += JSON_STR_EMPTY_STRING
          } else if (value_reason_3 instanceof Date) {
            json += JSON_STR_QUOTE + value_reason_3.toISOString() + JSON_STR_QUOTE
          } else if (value_reason_3 instanceof RegExp) {
            json += asString(value_reason_3.source)
          } else {
            json += asString(value_reason_3.toString())
          }
        } else {
          json += asString(value_reason_3)
        }
        
      } else {
        throw new Error('"reason" is required!')
      }
      
      const value_marketIds_4 = obj["marketIds"]
      if (value_marketIds_4 !== undefined) {
        json += ",\"marketIds\":"
        
          if (value_marketIds_4 === null) {
            json += JSON_STR_NULL
          }
          
          else if(Array.isArray(value_marketIds_4)) {
            json += anonymous1(value_marketIds_4)
          }
        
    else throw new TypeError("The value of '#/properties/marketIds' does not match schema definition.")
  
      } else {
        throw new Error('"marketIds" is required!')
      }
      
      const value_commitment_5 = obj["commitment"]
      if (value_commitment_5 !== undefined) {
        json += ",\"commitment\":"
        
        if (typeof value_commitment_5 !== 'string') {
          if (value_commitment_5 === null) {
            json += JSON_STR_EMPTY_STRING
          } else if (value_commitment_5 instanceof Date) {
            json += JSON_STR_QUOTE + value_commitment_5.toISOString() + JSON_STR_QUOTE
          } else if (value_commitment_5 instanceof RegExp) {
            json += asString(value_commitment_5.source)
          } else {
            json += asString(value_commitment_5.toString())
          }
        } else {
          json += asString(value_commitment_5)
        }
        
      } else {
        throw new Error('"commitment" is required!')
      }
      
      const value_requestedBy_6 = obj["requestedBy"]
      if (value_requestedBy_6 !== undefined) {
        json += ",\"requestedBy\":"
        
        if (typeof value_requestedBy_6 !== 'string') {
          if (value_requestedBy_6 === null) {
            json += JSON_STR_EMPTY_STRING
          } else if (value_requestedBy_6 instanceof Date) {
            json += JSON_STR_QUOTE + value_requestedBy_6.toISOString() + JSON_STR_QUOTE
          } else if (value_requestedBy_6 instanceof RegExp) {
            json += asString(value_requestedBy_6.source)
          } else {
            json += asString(value_requestedBy_6.toString())
          }
        } else {
          json += asString(value_requestedBy_6)
        }
        
      } else {
        throw new Error('"requestedBy" is required!')
      }
      
      const value_requestedAt_7 = obj["requestedAt"]
      if (value_requestedAt_7 !== undefined) {
        json += ",\"requestedAt\":"
        json += asDateTime(value_requestedAt_7)
      } else {
        throw new Error('"requestedAt" is required!')
      }
      
      const value_approvedBy_8 = obj["approvedBy"]
      if (value_approvedBy_8 !== undefined) {
        json += ",\"approvedBy\":"
        
          if (value_approvedBy_8 === null) {
            json += JSON_STR_NULL
          }
          
          else if(
            typeof value_approvedBy_8 === "string" ||
            value_approvedBy_8 === null ||
            value_approvedBy_8 instanceof Date ||
            value_approvedBy_8 instanceof RegExp ||
            (
              typeof value_approvedBy_8 === "object" &&
              typeof value_approvedBy_8.toString === "function" &&
              value_approvedBy_8.toString !== Object.prototype.toString
            )
          ) {
            
        if (typeof value_approvedBy_8 !== 'string') {
          if (value_approvedBy_8 === null) {
            json += JSON_STR_EMPTY_STRING
          } else if (value_approvedBy_8 instanceof Date) {
            json += JSON_STR_QUOTE + value_approvedBy_8.toISOString() + JSON_STR_QUOTE
          } else if (value_approvedBy_8 instanceof RegExp) {
            json += asString(value_approvedBy_8.source)
          } else {
            json += asString(value_approvedBy_8.toString())
          }
        } else {
          json += asString(value_approvedBy_8)
        }
        
          }
        
    else throw new TypeError("The value of '#/properties/approvedBy' does not match schema definition.")
  
      } else {
        throw new Error('"approvedBy" is required!')
      }
      
      const value_approvedAt_9 = obj["approvedAt"]
      if (value_approvedAt_9 !== undefined) {
        json += ",\"approvedAt\":"
        
          if (value_approvedAt_9 === null) {
            json += JSON_STR_NULL
          }
          
          else if(
            typeof value_approvedAt_9 === "string" ||
            value_approvedAt_9 === null ||
            value_approvedAt_9 instanceof Date ||
            value_approvedAt_9 instanceof RegExp ||
            (
              typeof value_approvedAt_9 === "object" &&
              typeof value_approvedAt_9.toString === "function" &&
              value_approvedAt_9.toString !== Object.prototype.toString
            )
          ) {
            json += asDateTime(value_approvedAt_9)
          }
        
    else throw new TypeError("The value of '#/properties/approvedAt' does not match schema definition.")
  
      } else {
        throw new Error('"approvedAt" is required!')
      }
      
      const value_requestId_10 = obj["requestId"]
      if (value_requestId_10 !== undefined) {
        json += ",\"requestId\":"
        
        if (typeof value_requestId_10 !== 'string') {
          if (value_requestId_10 === null) {
            json += JSON_STR_EMPTY_STRING
          } else if (value_requestId_10 instanceof Date) {
            json += JSON_STR_QUOTE + value_requestId_10.toISOString() + JSON_STR_QUOTE
          } else if (value_requestId_10 instanceof RegExp) {
            json += asString(value_requestId_10.source)
          } else {
            json += asString(value_requestId_10.toString())
          }
        } else {
          json += asString(value_requestId_10)
        }
        
      } else {
        throw new Error('"requestId" is required!')
      }
      
return json + JSON_STR_END_OBJECT

      }
    
    const main = anonymous0
    return main
    
})(null, serialiser);

export const getDrawRequest = (function anonymous(validator,serializer
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
      // "#/properties/marketIds"
      let json = ''
  
    if (obj === null) return JSON_STR_EMPTY_ARRAY
    if (!Array.isArray(obj)) {
      throw new TypeError("The value of '#/properties/marketIds' does not match schema definition.")
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
      
      const value_draw_2 = obj["draw"]
      if (value_draw_2 !== undefined) {
        json += ",\"draw\":"
        json += asInteger(value_draw_2)
      } else {
        throw new Error('"draw" is required!')
      }
      
      const value_reason_3 = obj["reason"]
      if (value_reason_3 !== undefined) {
        json += ",\"reason\":"
        
        if (typeof value_reason_3 !== 'string') {
          if (value_reason_3 === null) {
            json += JSON_STR_EMPTY_STRING
          } else if (value_reason_3 instanceof Date) {
            json += JSON_STR_QUOTE + value_reason_3.toISOString() + JSON_STR_QUOTE
          } else if (value_reason_3 instanceof RegExp) {
            json += asString(value_reason_3.source)
          } else {
            json += asString(value_reason_3.toString())
          }
        } else {
          json += asString(value_reason_3)
        }
        
      } else {
        throw new Error('"reason" is required!')
      }
      
      const value_marketIds_4 = obj["marketIds"]
      if (value_marketIds_4 !== undefined) {
        json += ",\"marketIds\":"
        
          if (value_marketIds_4 === null) {
            json += JSON_STR_NULL
          }
          
          else if(Array.isArray(value_marketIds_4)) {
            json += anonymous1(value_marketIds_4)
          }
        
    else throw new TypeError("The value of '#/properties/marketIds' does not match schema definition.")
  
      } else {
        throw new Error('"marketIds" is required!')
      }
      
      const value_commitment_5 = obj["commitment"]
      if (value_commitment_5 !== undefined) {
        json += ",\"commitment\":"
        
        if (typeof value_commitment_5 !== 'string') {
          if (value_commitment_5 === null) {
            json += JSON_STR_EMPTY_STRING
          } else if (value_commitment_5 instanceof Date) {
            json += JSON_STR_QUOTE + value_commitment_5.toISOString() + JSON_STR_QUOTE
          } else if (value_commitment_5 instanceof RegExp) {
            json += asString(value_commitment_5.source)
          } else {
            json += asString(value_commitment_5.toString())
          }
        } else {
          json += asString(value_commitment_5)
        }
        
      } else {
        throw new Error('"commitment" is required!')
      }
      
      const value_requestedBy_6 = obj["requestedBy"]
      if (value_requestedBy_6 !== undefined) {
        json += ",\"requestedBy\":"
        
        if (typeof value_requestedBy_6 !== 'string') {
          if (value_requestedBy_6 === null) {
            json += JSON_STR_EMPTY_STRING
          } else if (value_requestedBy_6 instanceof Date) {
            json += JSON_STR_QUOTE + value_requestedBy_6.toISOString() + JSON_STR_QUOTE
          } else if (value_requestedBy_6 instanceof RegExp) {
            json += asString(value_requestedBy_6.source)
          } else {
            json += asString(value_requestedBy_6.toString())
          }
        } else {
          json += asString(value_requestedBy_6)
        }
        
      } else {
        throw new Error('"requestedBy" is required!')
      }
      
      const value_requestedAt_7 = obj["requestedAt"]
      if (value_requestedAt_7 !== undefined) {
        json += ",\"requestedAt\":"
        json += asDateTime(value_requestedAt_7)
      } else {
        throw new Error('"requestedAt" is required!')
      }
      
      const value_approvedBy_8 = obj["approvedBy"]
      if (value_approvedBy_8 !== undefined) {
        json += ",\"approvedBy\":"
        
          if (value_approvedBy_8 === null) {
            json += JSON_STR_NULL
          }
          
          else if(
            typeof value_approvedBy_8 === "string" ||
            value_approvedBy_8 === null ||
            value_approvedBy_8 instanceof Date ||
            value_approvedBy_8 instanceof RegExp ||
            (
              typeof value_approvedBy_8 === "object" &&
              typeof value_approvedBy_8.toString === "function" &&
              value_approvedBy_8.toString !== Object.prototype.toString
            )
          ) {
            
        if (typeof value_approvedBy_8 !== 'string') {
          if (value_approvedBy_8 === null) {
            json += JSON_STR_EMPTY_STRING
          } else if (value_approvedBy_8 instanceof Date) {
            json += JSON_STR_QUOTE + value_approvedBy_8.toISOString() + JSON_STR_QUOTE
          } else if (value_approvedBy_8 instanceof RegExp) {
            json += asString(value_approvedBy_8.source)
          } else {
            json += asString(value_approvedBy_8.toString())
          }
        } else {
          json += asString(value_approvedBy_8)
        }
        
          }
        
    else throw new TypeError("The value of '#/properties/approvedBy' does not match schema definition.")
  
      } else {
        throw new Error('"approvedBy" is required!')
      }
      
      const value_approvedAt_9 = obj["approvedAt"]
      if (value_approvedAt_9 !== undefined) {
        json += ",\"approvedAt\":"
        
          if (value_approvedAt_9 === null) {
            json += JSON_STR_NULL
          }
          
          else if(
            typeof value_approvedAt_9 === "string" ||
            value_approvedAt_9 === null ||
            value_approvedAt_9 instanceof Date ||
            value_approvedAt_9 instanceof RegExp ||
            (
              typeof value_approvedAt_9 === "object" &&
              typeof value_approvedAt_9.toString === "function" &&
              value_approvedAt_9.toString !== Object.prototype.toString
            )
          ) {
            json += asDateTime(value_approvedAt_9)
          }
        
    else throw new TypeError("The value of '#/properties/approvedAt' does not match schema definition.")
  
      } else {
        throw new Error('"approvedAt" is required!')
      }
      
      const value_requestId_10 = obj["requestId"]
      if (value_requestId_10 !== undefined) {
        json += ",\"requestId\":"
        
        if (typeof value_requestId_10 !== 'string') {
          if (value_requestId_10 === null) {
            json += JSON_STR_EMPTY_STRING
          } else if (value_requestId_10 instanceof Date) {
            json += JSON_STR_QUOTE + value_requestId_10.toISOString() + JSON_STR_QUOTE
          } else if (value_requestId_10 instanceof RegExp) {
            json += asString(value_requestId_10.source)
          } else {
            json += asString(value_requestId_10.toString())
          }
        } else {
          json += asString(value_requestId_10)
        }
        
      } else {
        throw new Error('"requestId" is required!')
      }
      
return json + JSON_STR_END_OBJECT

      }
    
    const main = anonymous0
    return main
    
})(null, serialiser);

export const approveDraw = (function anonymous(validator,serializer
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
      // "#/properties/marketIds"
      let json = ''
  
    if (obj === null) return JSON_STR_EMPTY_ARRAY
    if (!Array.isArray(obj)) {
      throw new TypeError("The value of '#/properties/marketIds' does not match schema definition.")
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
      
      const value_draw_2 = obj["draw"]
      if (value_draw_2 !== undefined) {
        json += ",\"draw\":"
        json += asInteger(value_draw_2)
      } else {
        throw new Error('"draw" is required!')
      }
      
      const value_reason_3 = obj["reason"]
      if (value_reason_3 !== undefined) {
        json += ",\"reason\":"
        
        if (typeof value_reason_3 !== 'string') {
          if (value_reason_3 === null) {
            json += JSON_STR_EMPTY_STRING
          } else if (value_reason_3 instanceof Date) {
            json += JSON_STR_QUOTE + value_reason_3.toISOString() + JSON_STR_QUOTE
          } else if (value_reason_3 instanceof RegExp) {
            json += asString(value_reason_3.source)
          } else {
            json += asString(value_reason_3.toString())
          }
        } else {
          json += asString(value_reason_3)
        }
        
      } else {
        throw new Error('"reason" is required!')
      }
      
      const value_marketIds_4 = obj["marketIds"]
      if (value_marketIds_4 !== undefined) {
        json += ",\"marketIds\":"
        
          if (value_marketIds_4 === null) {
            json += JSON_STR_NULL
          }
          
          else if(Array.isArray(value_marketIds_4)) {
            json += anonymous1(value_marketIds_4)
          }
        
    else throw new TypeError("The value of '#/properties/marketIds' does not match schema definition.")
  
      } else {
        throw new Error('"marketIds" is required!')
      }
      
      const value_commitment_5 = obj["commitment"]
      if (value_commitment_5 !== undefined) {
        json += ",\"commitment\":"
        
        if (typeof value_commitment_5 !== 'string') {
          if (value_commitment_5 === null) {
            json += JSON_STR_EMPTY_STRING
          } else if (value_commitment_5 instanceof Date) {
            json += JSON_STR_QUOTE + value_commitment_5.toISOString() + JSON_STR_QUOTE
          } else if (value_commitment_5 instanceof RegExp) {
            json += asString(value_commitment_5.source)
          } else {
            json += asString(value_commitment_5.toString())
          }
        } else {
          json += asString(value_commitment_5)
        }
        
      } else {
        throw new Error('"commitment" is required!')
      }
      
      const value_requestedBy_6 = obj["requestedBy"]
      if (value_requestedBy_6 !== undefined) {
        json += ",\"requestedBy\":"
        
        if (typeof value_requestedBy_6 !== 'string') {
          if (value_requestedBy_6 === null) {
            json += JSON_STR_EMPTY_STRING
          } else if (value_requestedBy_6 instanceof Date) {
            json += JSON_STR_QUOTE + value_requestedBy_6.toISOString() + JSON_STR_QUOTE
          } else if (value_requestedBy_6 instanceof RegExp) {
            json += asString(value_requestedBy_6.source)
          } else {
            json += asString(value_requestedBy_6.toString())
          }
        } else {
          json += asString(value_requestedBy_6)
        }
        
      } else {
        throw new Error('"requestedBy" is required!')
      }
      
      const value_requestedAt_7 = obj["requestedAt"]
      if (value_requestedAt_7 !== undefined) {
        json += ",\"requestedAt\":"
        json += asDateTime(value_requestedAt_7)
      } else {
        throw new Error('"requestedAt" is required!')
      }
      
      const value_approvedBy_8 = obj["approvedBy"]
      if (value_approvedBy_8 !== undefined) {
        json += ",\"approvedBy\":"
        
          if (value_approvedBy_8 === null) {
            json += JSON_STR_NULL
          }
          
          else if(
            typeof value_approvedBy_8 === "string" ||
            value_approvedBy_8 === null ||
            value_approvedBy_8 instanceof Date ||
            value_approvedBy_8 instanceof RegExp ||
            (
              typeof value_approvedBy_8 === "object" &&
              typeof value_approvedBy_8.toString === "function" &&
              value_approvedBy_8.toString !== Object.prototype.toString
            )
          ) {
            
        if (typeof value_approvedBy_8 !== 'string') {
          if (value_approvedBy_8 === null) {
            json += JSON_STR_EMPTY_STRING
          } else if (value_approvedBy_8 instanceof Date) {
            json += JSON_STR_QUOTE + value_approvedBy_8.toISOString() + JSON_STR_QUOTE
          } else if (value_approvedBy_8 instanceof RegExp) {
            json += asString(value_approvedBy_8.source)
          } else {
            json += asString(value_approvedBy_8.toString())
          }
        } else {
          json += asString(value_approvedBy_8)
        }
        
          }
        
    else throw new TypeError("The value of '#/properties/approvedBy' does not match schema definition.")
  
      } else {
        throw new Error('"approvedBy" is required!')
      }
      
      const value_approvedAt_9 = obj["approvedAt"]
      if (value_approvedAt_9 !== undefined) {
        json += ",\"approvedAt\":"
        
          if (value_approvedAt_9 === null) {
            json += JSON_STR_NULL
          }
          
          else if(
            typeof value_approvedAt_9 === "string" ||
            value_approvedAt_9 === null ||
            value_approvedAt_9 instanceof Date ||
            value_approvedAt_9 instanceof RegExp ||
            (
              typeof value_approvedAt_9 === "object" &&
              typeof value_approvedAt_9.toString === "function" &&
              value_approvedAt_9.toString !== Object.prototype.toString
            )
          ) {
            json += asDateTime(value_approvedAt_9)
          }
        
    else throw new TypeError("The value of '#/properties/approvedAt' does not match schema definition.")
  
      } else {
        throw new Error('"approvedAt" is required!')
      }
      
      const value_requestId_10 = obj["requestId"]
      if (value_requestId_10 !== undefined) {
        json += ",\"requestId\":"
        
        if (typeof value_requestId_10 !== 'string') {
          if (value_requestId_10 === null) {
            json += JSON_STR_EMPTY_STRING
          } else if (value_requestId_10 instanceof Date) {
            json += JSON_STR_QUOTE + value_requestId_10.toISOString() + JSON_STR_QUOTE
          } else if (value_requestId_10 instanceof RegExp) {
            json += asString(value_requestId_10.source)
          } else {
            json += asString(value_requestId_10.toString())
          }
        } else {
          json += asString(value_requestId_10)
        }
        
      } else {
        throw new Error('"requestId" is required!')
      }
      
return json + JSON_STR_END_OBJECT

      }
    
    const main = anonymous0
    return main
    
})(null, serialiser);

export const revealDraw = (function anonymous(validator,serializer
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
    
  
    
      // "#/properties/markets/items"
      function anonymous2 (input) {
        const obj = (input && typeof input.toJSON === 'function')
    ? input.toJSON()
    : input
  
        if (obj === null) return JSON_STR_EMPTY_OBJECT
        let json = ''

        
      const value_id_7 = obj["id"]
      if (value_id_7 !== undefined) {
        json += "{\"id\":"
        
        if (typeof value_id_7 !== 'string') {
          if (value_id_7 === null) {
            json += JSON_STR_EMPTY_STRING
          } else if (value_id_7 instanceof Date) {
            json += JSON_STR_QUOTE + value_id_7.toISOString() + JSON_STR_QUOTE
          } else if (value_id_7 instanceof RegExp) {
            json += asString(value_id_7.source)
          } else {
            json += asString(value_id_7.toString())
          }
        } else {
          json += asString(value_id_7)
        }
        
      } else {
        throw new Error('"id" is required!')
      }
      
      const value_capacity_8 = obj["capacity"]
      if (value_capacity_8 !== undefined) {
        json += ",\"capacity\":"
        json += asInteger(value_capacity_8)
      } else {
        throw new Error('"capacity" is required!')
      }
      
      const value_waitlistCapacity_9 = obj["waitlistCapacity"]
      if (value_waitlistCapacity_9 !== undefined) {
        json += ",\"waitlistCapacity\":"
        json += asInteger(value_waitlistCapacity_9)
      } else {
        throw new Error('"waitlistCapacity" is required!')
      }
      
return json + JSON_STR_END_OBJECT

      }
    

    function anonymous1 (obj) {
      // "#/properties/markets"
      let json = ''
  
    if (obj === null) return JSON_STR_EMPTY_ARRAY
    if (!Array.isArray(obj)) {
      throw new TypeError("The value of '#/properties/markets' does not match schema definition.")
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

        
      const value_drawId_1 = obj["drawId"]
      if (value_drawId_1 !== undefined) {
        json += "{\"drawId\":"
        
        if (typeof value_drawId_1 !== 'string') {
          if (value_drawId_1 === null) {
            json += JSON_STR_EMPTY_STRING
          } else if (value_drawId_1 instanceof Date) {
            json += JSON_STR_QUOTE + value_drawId_1.toISOString() + JSON_STR_QUOTE
          } else if (value_drawId_1 instanceof RegExp) {
            json += asString(value_drawId_1.source)
          } else {
            json += asString(value_drawId_1.toString())
          }
        } else {
          json += asString(value_drawId_1)
        }
        
      } else {
        throw new Error('"drawId" is required!')
      }
      
      const value_campaignId_2 = obj["campaignId"]
      if (value_campaignId_2 !== undefined) {
        json += ",\"campaignId\":"
        
        if (typeof value_campaignId_2 !== 'string') {
          if (value_campaignId_2 === null) {
            json += JSON_STR_EMPTY_STRING
          } else if (value_campaignId_2 instanceof Date) {
            json += JSON_STR_QUOTE + value_campaignId_2.toISOString() + JSON_STR_QUOTE
          } else if (value_campaignId_2 instanceof RegExp) {
            json += asString(value_campaignId_2.source)
          } else {
            json += asString(value_campaignId_2.toString())
          }
        } else {
          json += asString(value_campaignId_2)
        }
        
      } else {
        throw new Error('"campaignId" is required!')
      }
      
      const value_draw_3 = obj["draw"]
      if (value_draw_3 !== undefined) {
        json += ",\"draw\":"
        json += asInteger(value_draw_3)
      } else {
        throw new Error('"draw" is required!')
      }
      
      const value_state_4 = obj["state"]
      if (value_state_4 !== undefined) {
        json += ",\"state\":"
        
        if (typeof value_state_4 !== 'string') {
          if (value_state_4 === null) {
            json += JSON_STR_EMPTY_STRING
          } else if (value_state_4 instanceof Date) {
            json += JSON_STR_QUOTE + value_state_4.toISOString() + JSON_STR_QUOTE
          } else if (value_state_4 instanceof RegExp) {
            json += asString(value_state_4.source)
          } else {
            json += asString(value_state_4.toString())
          }
        } else {
          json += asString(value_state_4)
        }
        
      } else {
        throw new Error('"state" is required!')
      }
      
      const value_markets_5 = obj["markets"]
      if (value_markets_5 !== undefined) {
        json += ",\"markets\":"
        json += anonymous1(value_markets_5)
      } else {
        throw new Error('"markets" is required!')
      }
      
      const value_rulesHash_10 = obj["rulesHash"]
      if (value_rulesHash_10 !== undefined) {
        json += ",\"rulesHash\":"
        
        if (typeof value_rulesHash_10 !== 'string') {
          if (value_rulesHash_10 === null) {
            json += JSON_STR_EMPTY_STRING
          } else if (value_rulesHash_10 instanceof Date) {
            json += JSON_STR_QUOTE + value_rulesHash_10.toISOString() + JSON_STR_QUOTE
          } else if (value_rulesHash_10 instanceof RegExp) {
            json += asString(value_rulesHash_10.source)
          } else {
            json += asString(value_rulesHash_10.toString())
          }
        } else {
          json += asString(value_rulesHash_10)
        }
        
      } else {
        throw new Error('"rulesHash" is required!')
      }
      
      const value_entrantsRoot_11 = obj["entrantsRoot"]
      if (value_entrantsRoot_11 !== undefined) {
        json += ",\"entrantsRoot\":"
        
        if (typeof value_entrantsRoot_11 !== 'string') {
          if (value_entrantsRoot_11 === null) {
            json += JSON_STR_EMPTY_STRING
          } else if (value_entrantsRoot_11 instanceof Date) {
            json += JSON_STR_QUOTE + value_entrantsRoot_11.toISOString() + JSON_STR_QUOTE
          } else if (value_entrantsRoot_11 instanceof RegExp) {
            json += asString(value_entrantsRoot_11.source)
          } else {
            json += asString(value_entrantsRoot_11.toString())
          }
        } else {
          json += asString(value_entrantsRoot_11)
        }
        
      } else {
        throw new Error('"entrantsRoot" is required!')
      }
      
      const value_entrantsCount_12 = obj["entrantsCount"]
      if (value_entrantsCount_12 !== undefined) {
        json += ",\"entrantsCount\":"
        json += asInteger(value_entrantsCount_12)
      } else {
        throw new Error('"entrantsCount" is required!')
      }
      
      const value_commitment_13 = obj["commitment"]
      if (value_commitment_13 !== undefined) {
        json += ",\"commitment\":"
        
        if (typeof value_commitment_13 !== 'string') {
          if (value_commitment_13 === null) {
            json += JSON_STR_EMPTY_STRING
          } else if (value_commitment_13 instanceof Date) {
            json += JSON_STR_QUOTE + value_commitment_13.toISOString() + JSON_STR_QUOTE
          } else if (value_commitment_13 instanceof RegExp) {
            json += asString(value_commitment_13.source)
          } else {
            json += asString(value_commitment_13.toString())
          }
        } else {
          json += asString(value_commitment_13)
        }
        
      } else {
        throw new Error('"commitment" is required!')
      }
      
      const value_frozenAt_14 = obj["frozenAt"]
      if (value_frozenAt_14 !== undefined) {
        json += ",\"frozenAt\":"
        json += asDateTime(value_frozenAt_14)
      } else {
        throw new Error('"frozenAt" is required!')
      }
      
      const value_drawnAt_15 = obj["drawnAt"]
      if (value_drawnAt_15 !== undefined) {
        json += ",\"drawnAt\":"
        
          if (value_drawnAt_15 === null) {
            json += JSON_STR_NULL
          }
          
          else if(
            typeof value_drawnAt_15 === "string" ||
            value_drawnAt_15 === null ||
            value_drawnAt_15 instanceof Date ||
            value_drawnAt_15 instanceof RegExp ||
            (
              typeof value_drawnAt_15 === "object" &&
              typeof value_drawnAt_15.toString === "function" &&
              value_drawnAt_15.toString !== Object.prototype.toString
            )
          ) {
            json += asDateTime(value_drawnAt_15)
          }
        
    else throw new TypeError("The value of '#/properties/drawnAt' does not match schema definition.")
  
      } else {
        throw new Error('"drawnAt" is required!')
      }
      
      const value_resultsRoot_16 = obj["resultsRoot"]
      if (value_resultsRoot_16 !== undefined) {
        json += ",\"resultsRoot\":"
        
          if (value_resultsRoot_16 === null) {
            json += JSON_STR_NULL
          }
          
          else if(
            typeof value_resultsRoot_16 === "string" ||
            value_resultsRoot_16 === null ||
            value_resultsRoot_16 instanceof Date ||
            value_resultsRoot_16 instanceof RegExp ||
            (
              typeof value_resultsRoot_16 === "object" &&
              typeof value_resultsRoot_16.toString === "function" &&
              value_resultsRoot_16.toString !== Object.prototype.toString
            )
          ) {
            
        if (typeof value_resultsRoot_16 !== 'string') {
          if (value_resultsRoot_16 === null) {
            json += JSON_STR_EMPTY_STRING
          } else if (value_resultsRoot_16 instanceof Date) {
            json += JSON_STR_QUOTE + value_resultsRoot_16.toISOString() + JSON_STR_QUOTE
          } else if (value_resultsRoot_16 instanceof RegExp) {
            json += asString(value_resultsRoot_16.source)
          } else {
            json += asString(value_resultsRoot_16.toString())
          }
        } else {
          json += asString(value_resultsRoot_16)
        }
        
          }
        
    else throw new TypeError("The value of '#/properties/resultsRoot' does not match schema definition.")
  
      } else {
        throw new Error('"resultsRoot" is required!')
      }
      
return json + JSON_STR_END_OBJECT

      }
    
    const main = anonymous0
    return main
    
})(null, serialiser);

export const listDraws = (function anonymous(validator,serializer
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
    
  
    
      // "#/properties/draws/items/properties/markets/items"
      function anonymous4 (input) {
        const obj = (input && typeof input.toJSON === 'function')
    ? input.toJSON()
    : input
  
        if (obj === null) return JSON_STR_EMPTY_OBJECT
        let json = ''

        
      const value_id_10 = obj["id"]
      if (value_id_10 !== undefined) {
        json += "{\"id\":"
        
        if (typeof value_id_10 !== 'string') {
          if (value_id_10 === null) {
            json += JSON_STR_EMPTY_STRING
          } else if (value_id_10 instanceof Date) {
            json += JSON_STR_QUOTE + value_id_10.toISOString() + JSON_STR_QUOTE
          } else if (value_id_10 instanceof RegExp) {
            json += asString(value_id_10.source)
          } else {
            json += asString(value_id_10.toString())
          }
        } else {
          json += asString(value_id_10)
        }
        
      } else {
        throw new Error('"id" is required!')
      }
      
      const value_capacity_11 = obj["capacity"]
      if (value_capacity_11 !== undefined) {
        json += ",\"capacity\":"
        json += asInteger(value_capacity_11)
      } else {
        throw new Error('"capacity" is required!')
      }
      
      const value_waitlistCapacity_12 = obj["waitlistCapacity"]
      if (value_waitlistCapacity_12 !== undefined) {
        json += ",\"waitlistCapacity\":"
        json += asInteger(value_waitlistCapacity_12)
      } else {
        throw new Error('"waitlistCapacity" is required!')
      }
      
return json + JSON_STR_END_OBJECT

      }
    

    function anonymous3 (obj) {
      // "#/properties/draws/items/properties/markets"
      let json = ''
  
    if (obj === null) return JSON_STR_EMPTY_ARRAY
    if (!Array.isArray(obj)) {
      throw new TypeError("The value of '#/properties/draws/items/properties/markets' does not match schema definition.")
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

      // "#/properties/draws/items"
      function anonymous2 (input) {
        const obj = (input && typeof input.toJSON === 'function')
    ? input.toJSON()
    : input
  
        if (obj === null) return JSON_STR_EMPTY_OBJECT
        let json = ''

        
      const value_drawId_4 = obj["drawId"]
      if (value_drawId_4 !== undefined) {
        json += "{\"drawId\":"
        
        if (typeof value_drawId_4 !== 'string') {
          if (value_drawId_4 === null) {
            json += JSON_STR_EMPTY_STRING
          } else if (value_drawId_4 instanceof Date) {
            json += JSON_STR_QUOTE + value_drawId_4.toISOString() + JSON_STR_QUOTE
          } else if (value_drawId_4 instanceof RegExp) {
            json += asString(value_drawId_4.source)
          } else {
            json += asString(value_drawId_4.toString())
          }
        } else {
          json += asString(value_drawId_4)
        }
        
      } else {
        throw new Error('"drawId" is required!')
      }
      
      const value_campaignId_5 = obj["campaignId"]
      if (value_campaignId_5 !== undefined) {
        json += ",\"campaignId\":"
        
        if (typeof value_campaignId_5 !== 'string') {
          if (value_campaignId_5 === null) {
            json += JSON_STR_EMPTY_STRING
          } else if (value_campaignId_5 instanceof Date) {
            json += JSON_STR_QUOTE + value_campaignId_5.toISOString() + JSON_STR_QUOTE
          } else if (value_campaignId_5 instanceof RegExp) {
            json += asString(value_campaignId_5.source)
          } else {
            json += asString(value_campaignId_5.toString())
          }
        } else {
          json += asString(value_campaignId_5)
        }
        
      } else {
        throw new Error('"campaignId" is required!')
      }
      
      const value_draw_6 = obj["draw"]
      if (value_draw_6 !== undefined) {
        json += ",\"draw\":"
        json += asInteger(value_draw_6)
      } else {
        throw new Error('"draw" is required!')
      }
      
      const value_state_7 = obj["state"]
      if (value_state_7 !== undefined) {
        json += ",\"state\":"
        
        if (typeof value_state_7 !== 'string') {
          if (value_state_7 === null) {
            json += JSON_STR_EMPTY_STRING
          } else if (value_state_7 instanceof Date) {
            json += JSON_STR_QUOTE + value_state_7.toISOString() + JSON_STR_QUOTE
          } else if (value_state_7 instanceof RegExp) {
            json += asString(value_state_7.source)
          } else {
            json += asString(value_state_7.toString())
          }
        } else {
          json += asString(value_state_7)
        }
        
      } else {
        throw new Error('"state" is required!')
      }
      
      const value_markets_8 = obj["markets"]
      if (value_markets_8 !== undefined) {
        json += ",\"markets\":"
        json += anonymous3(value_markets_8)
      } else {
        throw new Error('"markets" is required!')
      }
      
      const value_rulesHash_13 = obj["rulesHash"]
      if (value_rulesHash_13 !== undefined) {
        json += ",\"rulesHash\":"
        
        if (typeof value_rulesHash_13 !== 'string') {
          if (value_rulesHash_13 === null) {
            json += JSON_STR_EMPTY_STRING
          } else if (value_rulesHash_13 instanceof Date) {
            json += JSON_STR_QUOTE + value_rulesHash_13.toISOString() + JSON_STR_QUOTE
          } else if (value_rulesHash_13 instanceof RegExp) {
            json += asString(value_rulesHash_13.source)
          } else {
            json += asString(value_rulesHash_13.toString())
          }
        } else {
          json += asString(value_rulesHash_13)
        }
        
      } else {
        throw new Error('"rulesHash" is required!')
      }
      
      const value_entrantsRoot_14 = obj["entrantsRoot"]
      if (value_entrantsRoot_14 !== undefined) {
        json += ",\"entrantsRoot\":"
        
        if (typeof value_entrantsRoot_14 !== 'string') {
          if (value_entrantsRoot_14 === null) {
            json += JSON_STR_EMPTY_STRING
          } else if (value_entrantsRoot_14 instanceof Date) {
            json += JSON_STR_QUOTE + value_entrantsRoot_14.toISOString() + JSON_STR_QUOTE
          } else if (value_entrantsRoot_14 instanceof RegExp) {
            json += asString(value_entrantsRoot_14.source)
          } else {
            json += asString(value_entrantsRoot_14.toString())
          }
        } else {
          json += asString(value_entrantsRoot_14)
        }
        
      } else {
        throw new Error('"entrantsRoot" is required!')
      }
      
      const value_entrantsCount_15 = obj["entrantsCount"]
      if (value_entrantsCount_15 !== undefined) {
        json += ",\"entrantsCount\":"
        json += asInteger(value_entrantsCount_15)
      } else {
        throw new Error('"entrantsCount" is required!')
      }
      
      const value_commitment_16 = obj["commitment"]
      if (value_commitment_16 !== undefined) {
        json += ",\"commitment\":"
        
        if (typeof value_commitment_16 !== 'string') {
          if (value_commitment_16 === null) {
            json += JSON_STR_EMPTY_STRING
          } else if (value_commitment_16 instanceof Date) {
            json += JSON_STR_QUOTE + value_commitment_16.toISOString() + JSON_STR_QUOTE
          } else if (value_commitment_16 instanceof RegExp) {
            json += asString(value_commitment_16.source)
          } else {
            json += asString(value_commitment_16.toString())
          }
        } else {
          json += asString(value_commitment_16)
        }
        
      } else {
        throw new Error('"commitment" is required!')
      }
      
      const value_frozenAt_17 = obj["frozenAt"]
      if (value_frozenAt_17 !== undefined) {
        json += ",\"frozenAt\":"
        json += asDateTime(value_frozenAt_17)
      } else {
        throw new Error('"frozenAt" is required!')
      }
      
      const value_drawnAt_18 = obj["drawnAt"]
      if (value_drawnAt_18 !== undefined) {
        json += ",\"drawnAt\":"
        
          if (value_drawnAt_18 === null) {
            json += JSON_STR_NULL
          }
          
          else if(
            typeof value_drawnAt_18 === "string" ||
            value_drawnAt_18 === null ||
            value_drawnAt_18 instanceof Date ||
            value_drawnAt_18 instanceof RegExp ||
            (
              typeof value_drawnAt_18 === "object" &&
              typeof value_drawnAt_18.toString === "function" &&
              value_drawnAt_18.toString !== Object.prototype.toString
            )
          ) {
            json += asDateTime(value_drawnAt_18)
          }
        
    else throw new TypeError("The value of '#/properties/draws/items/properties/drawnAt' does not match schema definition.")
  
      } else {
        throw new Error('"drawnAt" is required!')
      }
      
      const value_resultsRoot_19 = obj["resultsRoot"]
      if (value_resultsRoot_19 !== undefined) {
        json += ",\"resultsRoot\":"
        
          if (value_resultsRoot_19 === null) {
            json += JSON_STR_NULL
          }
          
          else if(
            typeof value_resultsRoot_19 === "string" ||
            value_resultsRoot_19 === null ||
            value_resultsRoot_19 instanceof Date ||
            value_resultsRoot_19 instanceof RegExp ||
            (
              typeof value_resultsRoot_19 === "object" &&
              typeof value_resultsRoot_19.toString === "function" &&
              value_resultsRoot_19.toString !== Object.prototype.toString
            )
          ) {
            
        if (typeof value_resultsRoot_19 !== 'string') {
          if (value_resultsRoot_19 === null) {
            json += JSON_STR_EMPTY_STRING
          } else if (value_resultsRoot_19 instanceof Date) {
            json += JSON_STR_QUOTE + value_resultsRoot_19.toISOString() + JSON_STR_QUOTE
          } else if (value_resultsRoot_19 instanceof RegExp) {
            json += asString(value_resultsRoot_19.source)
          } else {
            json += asString(value_resultsRoot_19.toString())
          }
        } else {
          json += asString(value_resultsRoot_19)
        }
        
          }
        
    else throw new TypeError("The value of '#/properties/draws/items/properties/resultsRoot' does not match schema definition.")
  
      } else {
        throw new Error('"resultsRoot" is required!')
      }
      
return json + JSON_STR_END_OBJECT

      }
    

    function anonymous1 (obj) {
      // "#/properties/draws"
      let json = ''
  
    if (obj === null) return JSON_STR_EMPTY_ARRAY
    if (!Array.isArray(obj)) {
      throw new TypeError("The value of '#/properties/draws' does not match schema definition.")
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

        
      const value_commitment_1 = obj["commitment"]
      if (value_commitment_1 !== undefined) {
        json += "{\"commitment\":"
        
          if (value_commitment_1 === null) {
            json += JSON_STR_NULL
          }
          
          else if(
            typeof value_commitment_1 === "string" ||
            value_commitment_1 === null ||
            value_commitment_1 instanceof Date ||
            value_commitment_1 instanceof RegExp ||
            (
              typeof value_commitment_1 === "object" &&
              typeof value_commitment_1.toString === "function" &&
              value_commitment_1.toString !== Object.prototype.toString
            )
          ) {
            
        if (typeof value_commitment_1 !== 'string') {
          if (value_commitment_1 === null) {
            json += JSON_STR_EMPTY_STRING
          } else if (value_commitment_1 instanceof Date) {
            json += JSON_STR_QUOTE + value_commitment_1.toISOString() + JSON_STR_QUOTE
          } else if (value_commitment_1 instanceof RegExp) {
            json += asString(value_commitment_1.source)
          } else {
            json += asString(value_commitment_1.toString())
          }
        } else {
          json += asString(value_commitment_1)
        }
        
          }
        
    else throw new TypeError("The value of '#/properties/commitment' does not match schema definition.")
  
      } else {
        throw new Error('"commitment" is required!')
      }
      
      const value_draws_2 = obj["draws"]
      if (value_draws_2 !== undefined) {
        json += ",\"draws\":"
        json += anonymous1(value_draws_2)
      } else {
        throw new Error('"draws" is required!')
      }
      
      const value_next_20 = obj["next"]
      if (value_next_20 !== undefined) {
        json += ",\"next\":"
        
          if (value_next_20 === null) {
            json += JSON_STR_NULL
          }
          
          else if(Number.isInteger(value_next_20) || value_next_20 === null) {
            json += asInteger(value_next_20)
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

        
      const value_places_1 = obj["places"]
      if (value_places_1 !== undefined) {
        json += "{\"places\":"
        json += asInteger(value_places_1)
      } else {
        throw new Error('"places" is required!')
      }
      
      const value_busy_2 = obj["busy"]
      if (value_busy_2 !== undefined) {
        json += ",\"busy\":"
        json += asInteger(value_busy_2)
      } else {
        throw new Error('"busy" is required!')
      }
      
return json + JSON_STR_END_OBJECT

      }
    
    const main = anonymous0
    return main
    
})(null, serialiser);

export const getDrawResults = (function anonymous(validator,serializer
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
    
  
    
      // "#/properties/results/items/properties/waitlist/items"
      function anonymous4 (input) {
        const obj = (input && typeof input.toJSON === 'function')
    ? input.toJSON()
    : input
  
        if (obj === null) return JSON_STR_EMPTY_OBJECT
        let json = ''

        
      const value_marketId_9 = obj["marketId"]
      if (value_marketId_9 !== undefined) {
        json += "{\"marketId\":"
        
        if (typeof value_marketId_9 !== 'string') {
          if (value_marketId_9 === null) {
            json += JSON_STR_EMPTY_STRING
          } else if (value_marketId_9 instanceof Date) {
            json += JSON_STR_QUOTE + value_marketId_9.toISOString() + JSON_STR_QUOTE
          } else if (value_marketId_9 instanceof RegExp) {
            json += asString(value_marketId_9.source)
          } else {
            json += asString(value_marketId_9.toString())
          }
        } else {
          json += asString(value_marketId_9)
        }
        
      } else {
        throw new Error('"marketId" is required!')
      }
      
      const value_place_10 = obj["place"]
      if (value_place_10 !== undefined) {
        json += ",\"place\":"
        json += asInteger(value_place_10)
      } else {
        throw new Error('"place" is required!')
      }
      
return json + JSON_STR_END_OBJECT

      }
    

    function anonymous3 (obj) {
      // "#/properties/results/items/properties/waitlist"
      let json = ''
  
    if (obj === null) return JSON_STR_EMPTY_ARRAY
    if (!Array.isArray(obj)) {
      throw new TypeError("The value of '#/properties/results/items/properties/waitlist' does not match schema definition.")
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

      // "#/properties/results/items"
      function anonymous2 (input) {
        const obj = (input && typeof input.toJSON === 'function')
    ? input.toJSON()
    : input
  
        if (obj === null) return JSON_STR_EMPTY_OBJECT
        let json = ''

        
      const value_position_3 = obj["position"]
      if (value_position_3 !== undefined) {
        json += "{\"position\":"
        json += asInteger(value_position_3)
      } else {
        throw new Error('"position" is required!')
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
      
      const value_marketId_6 = obj["marketId"]
      if (value_marketId_6 !== undefined) {
        json += ",\"marketId\":"
        
          if (value_marketId_6 === null) {
            json += JSON_STR_NULL
          }
          
          else if(
            typeof value_marketId_6 === "string" ||
            value_marketId_6 === null ||
            value_marketId_6 instanceof Date ||
            value_marketId_6 instanceof RegExp ||
            (
              typeof value_marketId_6 === "object" &&
              typeof value_marketId_6.toString === "function" &&
              value_marketId_6.toString !== Object.prototype.toString
            )
          ) {
            
        if (typeof value_marketId_6 !== 'string') {
          if (value_marketId_6 === null) {
            json += JSON_STR_EMPTY_STRING
          } else if (value_marketId_6 instanceof Date) {
            json += JSON_STR_QUOTE + value_marketId_6.toISOString() + JSON_STR_QUOTE
          } else if (value_marketId_6 instanceof RegExp) {
            json += asString(value_marketId_6.source)
          } else {
            json += asString(value_marketId_6.toString())
          }
        } else {
          json += asString(value_marketId_6)
        }
        
          }
        
    else throw new TypeError("The value of '#/properties/results/items/properties/marketId' does not match schema definition.")
  
      } else {
        throw new Error('"marketId" is required!')
      }
      
      const value_waitlist_7 = obj["waitlist"]
      if (value_waitlist_7 !== undefined) {
        json += ",\"waitlist\":"
        json += anonymous3(value_waitlist_7)
      } else {
        throw new Error('"waitlist" is required!')
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
      
      const value_next_11 = obj["next"]
      if (value_next_11 !== undefined) {
        json += ",\"next\":"
        
          if (value_next_11 === null) {
            json += JSON_STR_NULL
          }
          
          else if(Number.isInteger(value_next_11) || value_next_11 === null) {
            json += asInteger(value_next_11)
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

export const countDrawResults = (function anonymous(validator,serializer
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
    
  
    
      // "#/properties/markets/additionalProperties"
      function anonymous2 (input) {
        const obj = (input && typeof input.toJSON === 'function')
    ? input.toJSON()
    : input
  
        if (obj === null) return JSON_STR_EMPTY_OBJECT
        let json = ''

        
      const value_eligible_4 = obj["eligible"]
      if (value_eligible_4 !== undefined) {
        json += "{\"eligible\":"
        json += asInteger(value_eligible_4)
      } else {
        throw new Error('"eligible" is required!')
      }
      
      const value_winners_5 = obj["winners"]
      if (value_winners_5 !== undefined) {
        json += ",\"winners\":"
        json += asInteger(value_winners_5)
      } else {
        throw new Error('"winners" is required!')
      }
      
      const value_waitlisted_6 = obj["waitlisted"]
      if (value_waitlisted_6 !== undefined) {
        json += ",\"waitlisted\":"
        json += asInteger(value_waitlisted_6)
      } else {
        throw new Error('"waitlisted" is required!')
      }
      
return json + JSON_STR_END_OBJECT

      }
    

      // "#/properties/markets"
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
        json += anonymous2(value)
      
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

        
      const value_markets_1 = obj["markets"]
      if (value_markets_1 !== undefined) {
        json += "{\"markets\":"
        json += anonymous1(value_markets_1)
      } else {
        throw new Error('"markets" is required!')
      }
      
      const value_losers_7 = obj["losers"]
      if (value_losers_7 !== undefined) {
        json += ",\"losers\":"
        json += asInteger(value_losers_7)
      } else {
        throw new Error('"losers" is required!')
      }
      
return json + JSON_STR_END_OBJECT

      }
    
    const main = anonymous0
    return main
    
})(null, serialiser);

export const findEntrants = (function anonymous(validator,serializer
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
      // "#/properties/tookPart"
      let json = ''
  
    if (obj === null) return JSON_STR_EMPTY_ARRAY
    if (!Array.isArray(obj)) {
      throw new TypeError("The value of '#/properties/tookPart' does not match schema definition.")
    }
    const arrayLength = obj.length
  
    json += JSON_STR_BEGIN_ARRAY
  
      if (arrayLength > 0) {
        const value = obj[0]
        json += asBoolean(value)
        for (let i = 1; i < arrayLength; i++) {
          json += JSON_STR_COMMA
          const value = obj[i]
          json += asBoolean(value)
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

        
      const value_tookPart_1 = obj["tookPart"]
      if (value_tookPart_1 !== undefined) {
        json += "{\"tookPart\":"
        json += anonymous1(value_tookPart_1)
      } else {
        throw new Error('"tookPart" is required!')
      }
      
return json + JSON_STR_END_OBJECT

      }
    
    const main = anonymous0
    return main
    
})(null, serialiser);

export const recordPromotions = (function anonymous(validator,serializer
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

        
      const value_recorded_1 = obj["recorded"]
      if (value_recorded_1 !== undefined) {
        json += "{\"recorded\":"
        json += asBoolean(value_recorded_1)
      } else {
        throw new Error('"recorded" is required!')
      }
      
return json + JSON_STR_END_OBJECT

      }
    
    const main = anonymous0
    return main
    
})(null, serialiser);

export const listPromotions = (function anonymous(validator,serializer
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
      // "#/properties/globalUserIds"
      let json = ''
  
    if (obj === null) return JSON_STR_EMPTY_ARRAY
    if (!Array.isArray(obj)) {
      throw new TypeError("The value of '#/properties/globalUserIds' does not match schema definition.")
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

        
      const value_globalUserIds_1 = obj["globalUserIds"]
      if (value_globalUserIds_1 !== undefined) {
        json += "{\"globalUserIds\":"
        json += anonymous1(value_globalUserIds_1)
      } else {
        throw new Error('"globalUserIds" is required!')
      }
      
      const value_next_2 = obj["next"]
      if (value_next_2 !== undefined) {
        json += ",\"next\":"
        
          if (value_next_2 === null) {
            json += JSON_STR_NULL
          }
          
          else if(Number.isInteger(value_next_2) || value_next_2 === null) {
            json += asInteger(value_next_2)
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

export const startSelection = (function anonymous(validator,serializer
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

        
      const value_name_1 = obj["name"]
      if (value_name_1 !== undefined) {
        json += "{\"name\":"
        
        if (typeof value_name_1 !== 'string') {
          if (value_name_1 === null) {
            json += JSON_STR_EMPTY_STRING
          } else if (value_name_1 instanceof Date) {
            json += JSON_STR_QUOTE + value_name_1.toISOString() + JSON_STR_QUOTE
          } else if (value_name_1 instanceof RegExp) {
            json += asString(value_name_1.source)
          } else {
            json += asString(value_name_1.toString())
          }
        } else {
          json += asString(value_name_1)
        }
        
      } else {
        throw new Error('"name" is required!')
      }
      
      const value_status_2 = obj["status"]
      if (value_status_2 !== undefined) {
        json += ",\"status\":"
        
        if (typeof value_status_2 !== 'string') {
          if (value_status_2 === null) {
            json += JSON_STR_EMPTY_STRING
          } else if (value_status_2 instanceof Date) {
            json += JSON_STR_QUOTE + value_status_2.toISOString() + JSON_STR_QUOTE
          } else if (value_status_2 instanceof RegExp) {
            json += asString(value_status_2.source)
          } else {
            json += asString(value_status_2.toString())
          }
        } else {
          json += asString(value_status_2)
        }
        
      } else {
        throw new Error('"status" is required!')
      }
      
      const value_output_3 = obj["output"]
      if (value_output_3 !== undefined) {
        json += ",\"output\":"
        json += JSON.stringify(value_output_3)
      } else {
        throw new Error('"output" is required!')
      }
      
      const value_error_4 = obj["error"]
      if (value_error_4 !== undefined) {
        json += ",\"error\":"
        
          if (value_error_4 === null) {
            json += JSON_STR_NULL
          }
          
          else if(
            typeof value_error_4 === "string" ||
            value_error_4 === null ||
            value_error_4 instanceof Date ||
            value_error_4 instanceof RegExp ||
            (
              typeof value_error_4 === "object" &&
              typeof value_error_4.toString === "function" &&
              value_error_4.toString !== Object.prototype.toString
            )
          ) {
            
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
        
          }
        
    else throw new TypeError("The value of '#/properties/error' does not match schema definition.")
  
      } else {
        throw new Error('"error" is required!')
      }
      
return json + JSON_STR_END_OBJECT

      }
    
    const main = anonymous0
    return main
    
})(null, serialiser);

export const getSelection = (function anonymous(validator,serializer
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

        
      const value_name_1 = obj["name"]
      if (value_name_1 !== undefined) {
        json += "{\"name\":"
        
        if (typeof value_name_1 !== 'string') {
          if (value_name_1 === null) {
            json += JSON_STR_EMPTY_STRING
          } else if (value_name_1 instanceof Date) {
            json += JSON_STR_QUOTE + value_name_1.toISOString() + JSON_STR_QUOTE
          } else if (value_name_1 instanceof RegExp) {
            json += asString(value_name_1.source)
          } else {
            json += asString(value_name_1.toString())
          }
        } else {
          json += asString(value_name_1)
        }
        
      } else {
        throw new Error('"name" is required!')
      }
      
      const value_status_2 = obj["status"]
      if (value_status_2 !== undefined) {
        json += ",\"status\":"
        
        if (typeof value_status_2 !== 'string') {
          if (value_status_2 === null) {
            json += JSON_STR_EMPTY_STRING
          } else if (value_status_2 instanceof Date) {
            json += JSON_STR_QUOTE + value_status_2.toISOString() + JSON_STR_QUOTE
          } else if (value_status_2 instanceof RegExp) {
            json += asString(value_status_2.source)
          } else {
            json += asString(value_status_2.toString())
          }
        } else {
          json += asString(value_status_2)
        }
        
      } else {
        throw new Error('"status" is required!')
      }
      
      const value_output_3 = obj["output"]
      if (value_output_3 !== undefined) {
        json += ",\"output\":"
        json += JSON.stringify(value_output_3)
      } else {
        throw new Error('"output" is required!')
      }
      
      const value_error_4 = obj["error"]
      if (value_error_4 !== undefined) {
        json += ",\"error\":"
        
          if (value_error_4 === null) {
            json += JSON_STR_NULL
          }
          
          else if(
            typeof value_error_4 === "string" ||
            value_error_4 === null ||
            value_error_4 instanceof Date ||
            value_error_4 instanceof RegExp ||
            (
              typeof value_error_4 === "object" &&
              typeof value_error_4.toString === "function" &&
              value_error_4.toString !== Object.prototype.toString
            )
          ) {
            
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
        
          }
        
    else throw new TypeError("The value of '#/properties/error' does not match schema definition.")
  
      } else {
        throw new Error('"error" is required!')
      }
      
return json + JSON_STR_END_OBJECT

      }
    
    const main = anonymous0
    return main
    
})(null, serialiser);

export const refreshMarket = (function anonymous(validator,serializer
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
