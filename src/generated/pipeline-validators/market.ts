// @ts-nocheck
// Printed from schemas/pipeline/market.schema.json by `npm run generate`. Change that file instead.
"use strict";
export const validate = validate20;
const schema31 = {"$schema":"https://json-schema.org/draft/2020-12/schema","$id":"market.schema.json","title":"MarketRecord","description":"A market after a change; never with its shared code. A new field has to be optional; nothing is taken away or renamed.","type":"object","properties":{"marketId":{"type":"string"},"campaignId":{"type":"string"},"name":{"type":"string"},"city":{"type":"string"},"state":{"type":["string","null"]},"country":{"type":"string","description":"ISO 3166-1 alpha-2"},"timezone":{"type":"string","description":"IANA name"},"eventIds":{"type":"array","items":{"type":"string"}},"eventDate":{"$ref":"#/$defs/instant"},"presaleDateTime":{"$ref":"#/$defs/instant"},"venue":{"type":"string"},"ticketer":{"type":"string"},"link":{"type":"string"},"pricingTiers":{"type":"array","items":{"type":"object","properties":{"name":{"type":"string"},"price":{"type":"string"},"currency":{"type":"string"}},"required":["name","price","currency"],"additionalProperties":false}},"codesMode":{"type":"string","enum":["unique","shared"]},"capacity":{"type":"integer","minimum":0},"waitlistCapacity":{"type":"integer","minimum":0},"reminderDueAt":{"anyOf":[{"$ref":"#/$defs/instant"},{"type":"null"}]},"reminderPlannedAt":{"anyOf":[{"$ref":"#/$defs/instant"},{"type":"null"}]},"isDeleted":{"type":"boolean","description":"Gone from its campaign; everything else is as it was last. Left out otherwise"},"dedupe":{"$ref":"#/$defs/dedupe"}},"required":["marketId","campaignId","name","city","state","country","timezone","eventIds","eventDate","presaleDateTime","venue","ticketer","link","pricingTiers","codesMode","capacity","waitlistCapacity","reminderDueAt","reminderPlannedAt","dedupe"],"additionalProperties":false,"$defs":{"instant":{"type":"string","format":"date-time","pattern":"^\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}:\\d{2}(\\.\\d{3})?Z$","description":"UTC instant, ISO 8601"},"dedupe":{"type":"object","properties":{"id":{"type":"string","description":"Stable over replays: readers drop what they have seen"},"timestamp":{"$ref":"#/$defs/instant"}},"required":["id","timestamp"],"additionalProperties":false}}};
const schema32 = {"type":"string","format":"date-time","pattern":"^\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}:\\d{2}(\\.\\d{3})?Z$","description":"UTC instant, ISO 8601"};
const func1 = Object.prototype.hasOwnProperty;
const pattern4 = new RegExp("^\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}:\\d{2}(\\.\\d{3})?Z$", "u");
const schema36 = {"type":"object","properties":{"id":{"type":"string","description":"Stable over replays: readers drop what they have seen"},"timestamp":{"$ref":"#/$defs/instant"}},"required":["id","timestamp"],"additionalProperties":false};

function validate21(data, {instancePath="", parentData, parentDataProperty, rootData=data, dynamicAnchors={}}={}){
let vErrors = null;
let errors = 0;
const evaluated0 = validate21.evaluated;
if(evaluated0.dynamicProps){
evaluated0.props = undefined;
}
if(evaluated0.dynamicItems){
evaluated0.items = undefined;
}
if(errors === 0){
if(data && typeof data == "object" && !Array.isArray(data)){
let missing0;
if(((data.id === undefined) && (missing0 = "id")) || ((data.timestamp === undefined) && (missing0 = "timestamp"))){
validate21.errors = [{instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: missing0}}];
return false;
}
else {
const _errs1 = errors;
for(const key0 in data){
if(!((key0 === "id") || (key0 === "timestamp"))){
validate21.errors = [{instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0}}];
return false;
break;
}
}
if(_errs1 === errors){
if(data.id !== undefined){
const _errs2 = errors;
if(typeof data.id !== "string"){
validate21.errors = [{instancePath:instancePath+"/id",schemaPath:"#/properties/id/type",keyword:"type",params:{type: "string"}}];
return false;
}
var valid0 = _errs2 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.timestamp !== undefined){
let data1 = data.timestamp;
const _errs4 = errors;
const _errs5 = errors;
if(errors === _errs5){
if(errors === _errs5){
if(typeof data1 === "string"){
if(!pattern4.test(data1)){
validate21.errors = [{instancePath:instancePath+"/timestamp",schemaPath:"#/$defs/instant/pattern",keyword:"pattern",params:{pattern: "^\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}:\\d{2}(\\.\\d{3})?Z$"}}];
return false;
}
}
else {
validate21.errors = [{instancePath:instancePath+"/timestamp",schemaPath:"#/$defs/instant/type",keyword:"type",params:{type: "string"}}];
return false;
}
}
}
var valid0 = _errs4 === errors;
}
else {
var valid0 = true;
}
}
}
}
}
else {
validate21.errors = [{instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"}}];
return false;
}
}
validate21.errors = vErrors;
return errors === 0;
}
validate21.evaluated = {"props":true,"dynamicProps":false,"dynamicItems":false};


function validate20(data, {instancePath="", parentData, parentDataProperty, rootData=data, dynamicAnchors={}}={}){
/*# sourceURL="market.schema.json" */;
let vErrors = null;
let errors = 0;
const evaluated0 = validate20.evaluated;
if(evaluated0.dynamicProps){
evaluated0.props = undefined;
}
if(evaluated0.dynamicItems){
evaluated0.items = undefined;
}
if(errors === 0){
if(data && typeof data == "object" && !Array.isArray(data)){
let missing0;
if(((((((((((((((((((((data.marketId === undefined) && (missing0 = "marketId")) || ((data.campaignId === undefined) && (missing0 = "campaignId"))) || ((data.name === undefined) && (missing0 = "name"))) || ((data.city === undefined) && (missing0 = "city"))) || ((data.state === undefined) && (missing0 = "state"))) || ((data.country === undefined) && (missing0 = "country"))) || ((data.timezone === undefined) && (missing0 = "timezone"))) || ((data.eventIds === undefined) && (missing0 = "eventIds"))) || ((data.eventDate === undefined) && (missing0 = "eventDate"))) || ((data.presaleDateTime === undefined) && (missing0 = "presaleDateTime"))) || ((data.venue === undefined) && (missing0 = "venue"))) || ((data.ticketer === undefined) && (missing0 = "ticketer"))) || ((data.link === undefined) && (missing0 = "link"))) || ((data.pricingTiers === undefined) && (missing0 = "pricingTiers"))) || ((data.codesMode === undefined) && (missing0 = "codesMode"))) || ((data.capacity === undefined) && (missing0 = "capacity"))) || ((data.waitlistCapacity === undefined) && (missing0 = "waitlistCapacity"))) || ((data.reminderDueAt === undefined) && (missing0 = "reminderDueAt"))) || ((data.reminderPlannedAt === undefined) && (missing0 = "reminderPlannedAt"))) || ((data.dedupe === undefined) && (missing0 = "dedupe"))){
validate20.errors = [{instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: missing0}}];
return false;
}
else {
const _errs1 = errors;
for(const key0 in data){
if(!(func1.call(schema31.properties, key0))){
validate20.errors = [{instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0}}];
return false;
break;
}
}
if(_errs1 === errors){
if(data.marketId !== undefined){
const _errs2 = errors;
if(typeof data.marketId !== "string"){
validate20.errors = [{instancePath:instancePath+"/marketId",schemaPath:"#/properties/marketId/type",keyword:"type",params:{type: "string"}}];
return false;
}
var valid0 = _errs2 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.campaignId !== undefined){
const _errs4 = errors;
if(typeof data.campaignId !== "string"){
validate20.errors = [{instancePath:instancePath+"/campaignId",schemaPath:"#/properties/campaignId/type",keyword:"type",params:{type: "string"}}];
return false;
}
var valid0 = _errs4 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.name !== undefined){
const _errs6 = errors;
if(typeof data.name !== "string"){
validate20.errors = [{instancePath:instancePath+"/name",schemaPath:"#/properties/name/type",keyword:"type",params:{type: "string"}}];
return false;
}
var valid0 = _errs6 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.city !== undefined){
const _errs8 = errors;
if(typeof data.city !== "string"){
validate20.errors = [{instancePath:instancePath+"/city",schemaPath:"#/properties/city/type",keyword:"type",params:{type: "string"}}];
return false;
}
var valid0 = _errs8 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.state !== undefined){
let data4 = data.state;
const _errs10 = errors;
if((typeof data4 !== "string") && (data4 !== null)){
validate20.errors = [{instancePath:instancePath+"/state",schemaPath:"#/properties/state/type",keyword:"type",params:{type: schema31.properties.state.type}}];
return false;
}
var valid0 = _errs10 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.country !== undefined){
const _errs12 = errors;
if(typeof data.country !== "string"){
validate20.errors = [{instancePath:instancePath+"/country",schemaPath:"#/properties/country/type",keyword:"type",params:{type: "string"}}];
return false;
}
var valid0 = _errs12 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.timezone !== undefined){
const _errs14 = errors;
if(typeof data.timezone !== "string"){
validate20.errors = [{instancePath:instancePath+"/timezone",schemaPath:"#/properties/timezone/type",keyword:"type",params:{type: "string"}}];
return false;
}
var valid0 = _errs14 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.eventIds !== undefined){
let data7 = data.eventIds;
const _errs16 = errors;
if(errors === _errs16){
if(Array.isArray(data7)){
var valid1 = true;
const len0 = data7.length;
for(let i0=0; i0<len0; i0++){
const _errs18 = errors;
if(typeof data7[i0] !== "string"){
validate20.errors = [{instancePath:instancePath+"/eventIds/" + i0,schemaPath:"#/properties/eventIds/items/type",keyword:"type",params:{type: "string"}}];
return false;
}
var valid1 = _errs18 === errors;
if(!valid1){
break;
}
}
}
else {
validate20.errors = [{instancePath:instancePath+"/eventIds",schemaPath:"#/properties/eventIds/type",keyword:"type",params:{type: "array"}}];
return false;
}
}
var valid0 = _errs16 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.eventDate !== undefined){
let data9 = data.eventDate;
const _errs20 = errors;
const _errs21 = errors;
if(errors === _errs21){
if(errors === _errs21){
if(typeof data9 === "string"){
if(!pattern4.test(data9)){
validate20.errors = [{instancePath:instancePath+"/eventDate",schemaPath:"#/$defs/instant/pattern",keyword:"pattern",params:{pattern: "^\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}:\\d{2}(\\.\\d{3})?Z$"}}];
return false;
}
}
else {
validate20.errors = [{instancePath:instancePath+"/eventDate",schemaPath:"#/$defs/instant/type",keyword:"type",params:{type: "string"}}];
return false;
}
}
}
var valid0 = _errs20 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.presaleDateTime !== undefined){
let data10 = data.presaleDateTime;
const _errs23 = errors;
const _errs24 = errors;
if(errors === _errs24){
if(errors === _errs24){
if(typeof data10 === "string"){
if(!pattern4.test(data10)){
validate20.errors = [{instancePath:instancePath+"/presaleDateTime",schemaPath:"#/$defs/instant/pattern",keyword:"pattern",params:{pattern: "^\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}:\\d{2}(\\.\\d{3})?Z$"}}];
return false;
}
}
else {
validate20.errors = [{instancePath:instancePath+"/presaleDateTime",schemaPath:"#/$defs/instant/type",keyword:"type",params:{type: "string"}}];
return false;
}
}
}
var valid0 = _errs23 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.venue !== undefined){
const _errs26 = errors;
if(typeof data.venue !== "string"){
validate20.errors = [{instancePath:instancePath+"/venue",schemaPath:"#/properties/venue/type",keyword:"type",params:{type: "string"}}];
return false;
}
var valid0 = _errs26 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.ticketer !== undefined){
const _errs28 = errors;
if(typeof data.ticketer !== "string"){
validate20.errors = [{instancePath:instancePath+"/ticketer",schemaPath:"#/properties/ticketer/type",keyword:"type",params:{type: "string"}}];
return false;
}
var valid0 = _errs28 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.link !== undefined){
const _errs30 = errors;
if(typeof data.link !== "string"){
validate20.errors = [{instancePath:instancePath+"/link",schemaPath:"#/properties/link/type",keyword:"type",params:{type: "string"}}];
return false;
}
var valid0 = _errs30 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.pricingTiers !== undefined){
let data14 = data.pricingTiers;
const _errs32 = errors;
if(errors === _errs32){
if(Array.isArray(data14)){
var valid4 = true;
const len1 = data14.length;
for(let i1=0; i1<len1; i1++){
let data15 = data14[i1];
const _errs34 = errors;
if(errors === _errs34){
if(data15 && typeof data15 == "object" && !Array.isArray(data15)){
let missing1;
if((((data15.name === undefined) && (missing1 = "name")) || ((data15.price === undefined) && (missing1 = "price"))) || ((data15.currency === undefined) && (missing1 = "currency"))){
validate20.errors = [{instancePath:instancePath+"/pricingTiers/" + i1,schemaPath:"#/properties/pricingTiers/items/required",keyword:"required",params:{missingProperty: missing1}}];
return false;
}
else {
const _errs36 = errors;
for(const key1 in data15){
if(!(((key1 === "name") || (key1 === "price")) || (key1 === "currency"))){
validate20.errors = [{instancePath:instancePath+"/pricingTiers/" + i1,schemaPath:"#/properties/pricingTiers/items/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key1}}];
return false;
break;
}
}
if(_errs36 === errors){
if(data15.name !== undefined){
const _errs37 = errors;
if(typeof data15.name !== "string"){
validate20.errors = [{instancePath:instancePath+"/pricingTiers/" + i1+"/name",schemaPath:"#/properties/pricingTiers/items/properties/name/type",keyword:"type",params:{type: "string"}}];
return false;
}
var valid5 = _errs37 === errors;
}
else {
var valid5 = true;
}
if(valid5){
if(data15.price !== undefined){
const _errs39 = errors;
if(typeof data15.price !== "string"){
validate20.errors = [{instancePath:instancePath+"/pricingTiers/" + i1+"/price",schemaPath:"#/properties/pricingTiers/items/properties/price/type",keyword:"type",params:{type: "string"}}];
return false;
}
var valid5 = _errs39 === errors;
}
else {
var valid5 = true;
}
if(valid5){
if(data15.currency !== undefined){
const _errs41 = errors;
if(typeof data15.currency !== "string"){
validate20.errors = [{instancePath:instancePath+"/pricingTiers/" + i1+"/currency",schemaPath:"#/properties/pricingTiers/items/properties/currency/type",keyword:"type",params:{type: "string"}}];
return false;
}
var valid5 = _errs41 === errors;
}
else {
var valid5 = true;
}
}
}
}
}
}
else {
validate20.errors = [{instancePath:instancePath+"/pricingTiers/" + i1,schemaPath:"#/properties/pricingTiers/items/type",keyword:"type",params:{type: "object"}}];
return false;
}
}
var valid4 = _errs34 === errors;
if(!valid4){
break;
}
}
}
else {
validate20.errors = [{instancePath:instancePath+"/pricingTiers",schemaPath:"#/properties/pricingTiers/type",keyword:"type",params:{type: "array"}}];
return false;
}
}
var valid0 = _errs32 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.codesMode !== undefined){
let data19 = data.codesMode;
const _errs43 = errors;
if(typeof data19 !== "string"){
validate20.errors = [{instancePath:instancePath+"/codesMode",schemaPath:"#/properties/codesMode/type",keyword:"type",params:{type: "string"}}];
return false;
}
if(!((data19 === "unique") || (data19 === "shared"))){
validate20.errors = [{instancePath:instancePath+"/codesMode",schemaPath:"#/properties/codesMode/enum",keyword:"enum",params:{allowedValues: schema31.properties.codesMode.enum}}];
return false;
}
var valid0 = _errs43 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.capacity !== undefined){
let data20 = data.capacity;
const _errs45 = errors;
if(!(((typeof data20 == "number") && (!(data20 % 1) && !isNaN(data20))) && (isFinite(data20)))){
validate20.errors = [{instancePath:instancePath+"/capacity",schemaPath:"#/properties/capacity/type",keyword:"type",params:{type: "integer"}}];
return false;
}
if(errors === _errs45){
if((typeof data20 == "number") && (isFinite(data20))){
if(data20 < 0 || isNaN(data20)){
validate20.errors = [{instancePath:instancePath+"/capacity",schemaPath:"#/properties/capacity/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0}}];
return false;
}
}
}
var valid0 = _errs45 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.waitlistCapacity !== undefined){
let data21 = data.waitlistCapacity;
const _errs47 = errors;
if(!(((typeof data21 == "number") && (!(data21 % 1) && !isNaN(data21))) && (isFinite(data21)))){
validate20.errors = [{instancePath:instancePath+"/waitlistCapacity",schemaPath:"#/properties/waitlistCapacity/type",keyword:"type",params:{type: "integer"}}];
return false;
}
if(errors === _errs47){
if((typeof data21 == "number") && (isFinite(data21))){
if(data21 < 0 || isNaN(data21)){
validate20.errors = [{instancePath:instancePath+"/waitlistCapacity",schemaPath:"#/properties/waitlistCapacity/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0}}];
return false;
}
}
}
var valid0 = _errs47 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.reminderDueAt !== undefined){
let data22 = data.reminderDueAt;
const _errs49 = errors;
const _errs50 = errors;
let valid6 = false;
const _errs51 = errors;
const _errs52 = errors;
if(errors === _errs52){
if(errors === _errs52){
if(typeof data22 === "string"){
if(!pattern4.test(data22)){
const err0 = {instancePath:instancePath+"/reminderDueAt",schemaPath:"#/$defs/instant/pattern",keyword:"pattern",params:{pattern: "^\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}:\\d{2}(\\.\\d{3})?Z$"}};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
}
else {
const err1 = {instancePath:instancePath+"/reminderDueAt",schemaPath:"#/$defs/instant/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
}
}
var _valid0 = _errs51 === errors;
valid6 = valid6 || _valid0;
const _errs54 = errors;
if(data22 !== null){
const err2 = {instancePath:instancePath+"/reminderDueAt",schemaPath:"#/properties/reminderDueAt/anyOf/1/type",keyword:"type",params:{type: "null"}};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
var _valid0 = _errs54 === errors;
valid6 = valid6 || _valid0;
if(!valid6){
const err3 = {instancePath:instancePath+"/reminderDueAt",schemaPath:"#/properties/reminderDueAt/anyOf",keyword:"anyOf",params:{}};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
validate20.errors = vErrors;
return false;
}
else {
errors = _errs50;
if(vErrors !== null){
if(_errs50){
vErrors.length = _errs50;
}
else {
vErrors = null;
}
}
}
var valid0 = _errs49 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.reminderPlannedAt !== undefined){
let data23 = data.reminderPlannedAt;
const _errs56 = errors;
const _errs57 = errors;
let valid8 = false;
const _errs58 = errors;
const _errs59 = errors;
if(errors === _errs59){
if(errors === _errs59){
if(typeof data23 === "string"){
if(!pattern4.test(data23)){
const err4 = {instancePath:instancePath+"/reminderPlannedAt",schemaPath:"#/$defs/instant/pattern",keyword:"pattern",params:{pattern: "^\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}:\\d{2}(\\.\\d{3})?Z$"}};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
}
else {
const err5 = {instancePath:instancePath+"/reminderPlannedAt",schemaPath:"#/$defs/instant/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
}
}
var _valid1 = _errs58 === errors;
valid8 = valid8 || _valid1;
const _errs61 = errors;
if(data23 !== null){
const err6 = {instancePath:instancePath+"/reminderPlannedAt",schemaPath:"#/properties/reminderPlannedAt/anyOf/1/type",keyword:"type",params:{type: "null"}};
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
}
var _valid1 = _errs61 === errors;
valid8 = valid8 || _valid1;
if(!valid8){
const err7 = {instancePath:instancePath+"/reminderPlannedAt",schemaPath:"#/properties/reminderPlannedAt/anyOf",keyword:"anyOf",params:{}};
if(vErrors === null){
vErrors = [err7];
}
else {
vErrors.push(err7);
}
errors++;
validate20.errors = vErrors;
return false;
}
else {
errors = _errs57;
if(vErrors !== null){
if(_errs57){
vErrors.length = _errs57;
}
else {
vErrors = null;
}
}
}
var valid0 = _errs56 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.isDeleted !== undefined){
const _errs63 = errors;
if(typeof data.isDeleted !== "boolean"){
validate20.errors = [{instancePath:instancePath+"/isDeleted",schemaPath:"#/properties/isDeleted/type",keyword:"type",params:{type: "boolean"}}];
return false;
}
var valid0 = _errs63 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.dedupe !== undefined){
const _errs65 = errors;
if(!(validate21(data.dedupe, {instancePath:instancePath+"/dedupe",parentData:data,parentDataProperty:"dedupe",rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate21.errors : vErrors.concat(validate21.errors);
errors = vErrors.length;
}
var valid0 = _errs65 === errors;
}
else {
var valid0 = true;
}
}
}
}
}
}
}
}
}
}
}
}
}
}
}
}
}
}
}
}
}
}
}
}
else {
validate20.errors = [{instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"}}];
return false;
}
}
validate20.errors = vErrors;
return errors === 0;
}
validate20.evaluated = {"props":true,"dynamicProps":false,"dynamicItems":false};
