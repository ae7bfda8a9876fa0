// @ts-nocheck
// Printed from schemas/pipeline/campaign.schema.json by `npm run generate`. Change that file instead.
"use strict";
export const validate = validate20;
const schema31 = {"$schema":"https://json-schema.org/draft/2020-12/schema","$id":"campaign.schema.json","title":"CampaignRecord","description":"A campaign after a change. A new field has to be optional; nothing is taken away or renamed.","type":"object","properties":{"campaignId":{"type":"string"},"slug":{"type":"string"},"name":{"type":"string"},"status":{"type":"string","enum":["DRAFT","PREVIEW","OPEN","CLOSED"]},"artist":{"type":"string"},"tour":{"type":["string","null"]},"referenceTimezone":{"type":"string","description":"IANA name"},"open":{"$ref":"#/$defs/instant"},"close":{"$ref":"#/$defs/instant"},"presaleStart":{"$ref":"#/$defs/instant"},"presaleEnd":{"$ref":"#/$defs/instant"},"reminders":{"type":"array","items":{"$ref":"#/$defs/instant"}},"locales":{"type":"array","items":{"type":"string"},"description":"BCP 47; the first is the default"},"gates":{"type":"array","items":{"type":"string","enum":["inviteOnly","geo","linkedCampaign","idv","card","linkedAccount"]},"description":"Which kinds of gate there are"},"preferences":{"type":"array","items":{"type":"object","properties":{"key":{"type":"string"},"type":{"type":"string","enum":["email","phone","name","zip","opt_in","markets","ticket_count","boolean_select","freeform_text","checklist","promoterOptIns"]},"isOptional":{"type":"boolean"}},"required":["key","type","isOptional"],"additionalProperties":false},"description":"The fields that the answers of registrations go by"},"marketIds":{"type":"array","items":{"type":"string"}},"selectionMethod":{"type":"string","enum":["random","weighted","score"]},"maxLots":{"type":"integer","minimum":1},"minScore":{"type":["integer","null"]},"maxMarkets":{"type":"integer","minimum":1},"automatedReminders":{"type":"boolean"},"showAccessCode":{"type":"boolean"},"dedupe":{"$ref":"#/$defs/dedupe"}},"required":["campaignId","slug","name","status","artist","tour","referenceTimezone","open","close","presaleStart","presaleEnd","reminders","locales","gates","preferences","marketIds","selectionMethod","maxLots","minScore","maxMarkets","automatedReminders","showAccessCode","dedupe"],"additionalProperties":false,"$defs":{"instant":{"type":"string","format":"date-time","pattern":"^\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}:\\d{2}(\\.\\d{3})?Z$","description":"UTC instant, ISO 8601"},"dedupe":{"type":"object","properties":{"id":{"type":"string","description":"Stable over replays: readers drop what they have seen"},"timestamp":{"$ref":"#/$defs/instant"}},"required":["id","timestamp"],"additionalProperties":false}}};
const schema32 = {"type":"string","format":"date-time","pattern":"^\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}:\\d{2}(\\.\\d{3})?Z$","description":"UTC instant, ISO 8601"};
const func1 = Object.prototype.hasOwnProperty;
const pattern4 = new RegExp("^\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}:\\d{2}(\\.\\d{3})?Z$", "u");
const schema37 = {"type":"object","properties":{"id":{"type":"string","description":"Stable over replays: readers drop what they have seen"},"timestamp":{"$ref":"#/$defs/instant"}},"required":["id","timestamp"],"additionalProperties":false};

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
/*# sourceURL="campaign.schema.json" */;
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
if((((((((((((((((((((((((data.campaignId === undefined) && (missing0 = "campaignId")) || ((data.slug === undefined) && (missing0 = "slug"))) || ((data.name === undefined) && (missing0 = "name"))) || ((data.status === undefined) && (missing0 = "status"))) || ((data.artist === undefined) && (missing0 = "artist"))) || ((data.tour === undefined) && (missing0 = "tour"))) || ((data.referenceTimezone === undefined) && (missing0 = "referenceTimezone"))) || ((data.open === undefined) && (missing0 = "open"))) || ((data.close === undefined) && (missing0 = "close"))) || ((data.presaleStart === undefined) && (missing0 = "presaleStart"))) || ((data.presaleEnd === undefined) && (missing0 = "presaleEnd"))) || ((data.reminders === undefined) && (missing0 = "reminders"))) || ((data.locales === undefined) && (missing0 = "locales"))) || ((data.gates === undefined) && (missing0 = "gates"))) || ((data.preferences === undefined) && (missing0 = "preferences"))) || ((data.marketIds === undefined) && (missing0 = "marketIds"))) || ((data.selectionMethod === undefined) && (missing0 = "selectionMethod"))) || ((data.maxLots === undefined) && (missing0 = "maxLots"))) || ((data.minScore === undefined) && (missing0 = "minScore"))) || ((data.maxMarkets === undefined) && (missing0 = "maxMarkets"))) || ((data.automatedReminders === undefined) && (missing0 = "automatedReminders"))) || ((data.showAccessCode === undefined) && (missing0 = "showAccessCode"))) || ((data.dedupe === undefined) && (missing0 = "dedupe"))){
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
if(data.campaignId !== undefined){
const _errs2 = errors;
if(typeof data.campaignId !== "string"){
validate20.errors = [{instancePath:instancePath+"/campaignId",schemaPath:"#/properties/campaignId/type",keyword:"type",params:{type: "string"}}];
return false;
}
var valid0 = _errs2 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.slug !== undefined){
const _errs4 = errors;
if(typeof data.slug !== "string"){
validate20.errors = [{instancePath:instancePath+"/slug",schemaPath:"#/properties/slug/type",keyword:"type",params:{type: "string"}}];
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
if(data.status !== undefined){
let data3 = data.status;
const _errs8 = errors;
if(typeof data3 !== "string"){
validate20.errors = [{instancePath:instancePath+"/status",schemaPath:"#/properties/status/type",keyword:"type",params:{type: "string"}}];
return false;
}
if(!((((data3 === "DRAFT") || (data3 === "PREVIEW")) || (data3 === "OPEN")) || (data3 === "CLOSED"))){
validate20.errors = [{instancePath:instancePath+"/status",schemaPath:"#/properties/status/enum",keyword:"enum",params:{allowedValues: schema31.properties.status.enum}}];
return false;
}
var valid0 = _errs8 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.artist !== undefined){
const _errs10 = errors;
if(typeof data.artist !== "string"){
validate20.errors = [{instancePath:instancePath+"/artist",schemaPath:"#/properties/artist/type",keyword:"type",params:{type: "string"}}];
return false;
}
var valid0 = _errs10 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.tour !== undefined){
let data5 = data.tour;
const _errs12 = errors;
if((typeof data5 !== "string") && (data5 !== null)){
validate20.errors = [{instancePath:instancePath+"/tour",schemaPath:"#/properties/tour/type",keyword:"type",params:{type: schema31.properties.tour.type}}];
return false;
}
var valid0 = _errs12 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.referenceTimezone !== undefined){
const _errs14 = errors;
if(typeof data.referenceTimezone !== "string"){
validate20.errors = [{instancePath:instancePath+"/referenceTimezone",schemaPath:"#/properties/referenceTimezone/type",keyword:"type",params:{type: "string"}}];
return false;
}
var valid0 = _errs14 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.open !== undefined){
let data7 = data.open;
const _errs16 = errors;
const _errs17 = errors;
if(errors === _errs17){
if(errors === _errs17){
if(typeof data7 === "string"){
if(!pattern4.test(data7)){
validate20.errors = [{instancePath:instancePath+"/open",schemaPath:"#/$defs/instant/pattern",keyword:"pattern",params:{pattern: "^\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}:\\d{2}(\\.\\d{3})?Z$"}}];
return false;
}
}
else {
validate20.errors = [{instancePath:instancePath+"/open",schemaPath:"#/$defs/instant/type",keyword:"type",params:{type: "string"}}];
return false;
}
}
}
var valid0 = _errs16 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.close !== undefined){
let data8 = data.close;
const _errs19 = errors;
const _errs20 = errors;
if(errors === _errs20){
if(errors === _errs20){
if(typeof data8 === "string"){
if(!pattern4.test(data8)){
validate20.errors = [{instancePath:instancePath+"/close",schemaPath:"#/$defs/instant/pattern",keyword:"pattern",params:{pattern: "^\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}:\\d{2}(\\.\\d{3})?Z$"}}];
return false;
}
}
else {
validate20.errors = [{instancePath:instancePath+"/close",schemaPath:"#/$defs/instant/type",keyword:"type",params:{type: "string"}}];
return false;
}
}
}
var valid0 = _errs19 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.presaleStart !== undefined){
let data9 = data.presaleStart;
const _errs22 = errors;
const _errs23 = errors;
if(errors === _errs23){
if(errors === _errs23){
if(typeof data9 === "string"){
if(!pattern4.test(data9)){
validate20.errors = [{instancePath:instancePath+"/presaleStart",schemaPath:"#/$defs/instant/pattern",keyword:"pattern",params:{pattern: "^\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}:\\d{2}(\\.\\d{3})?Z$"}}];
return false;
}
}
else {
validate20.errors = [{instancePath:instancePath+"/presaleStart",schemaPath:"#/$defs/instant/type",keyword:"type",params:{type: "string"}}];
return false;
}
}
}
var valid0 = _errs22 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.presaleEnd !== undefined){
let data10 = data.presaleEnd;
const _errs25 = errors;
const _errs26 = errors;
if(errors === _errs26){
if(errors === _errs26){
if(typeof data10 === "string"){
if(!pattern4.test(data10)){
validate20.errors = [{instancePath:instancePath+"/presaleEnd",schemaPath:"#/$defs/instant/pattern",keyword:"pattern",params:{pattern: "^\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}:\\d{2}(\\.\\d{3})?Z$"}}];
return false;
}
}
else {
validate20.errors = [{instancePath:instancePath+"/presaleEnd",schemaPath:"#/$defs/instant/type",keyword:"type",params:{type: "string"}}];
return false;
}
}
}
var valid0 = _errs25 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.reminders !== undefined){
let data11 = data.reminders;
const _errs28 = errors;
if(errors === _errs28){
if(Array.isArray(data11)){
var valid5 = true;
const len0 = data11.length;
for(let i0=0; i0<len0; i0++){
let data12 = data11[i0];
const _errs30 = errors;
const _errs31 = errors;
if(errors === _errs31){
if(errors === _errs31){
if(typeof data12 === "string"){
if(!pattern4.test(data12)){
validate20.errors = [{instancePath:instancePath+"/reminders/" + i0,schemaPath:"#/$defs/instant/pattern",keyword:"pattern",params:{pattern: "^\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}:\\d{2}(\\.\\d{3})?Z$"}}];
return false;
}
}
else {
validate20.errors = [{instancePath:instancePath+"/reminders/" + i0,schemaPath:"#/$defs/instant/type",keyword:"type",params:{type: "string"}}];
return false;
}
}
}
var valid5 = _errs30 === errors;
if(!valid5){
break;
}
}
}
else {
validate20.errors = [{instancePath:instancePath+"/reminders",schemaPath:"#/properties/reminders/type",keyword:"type",params:{type: "array"}}];
return false;
}
}
var valid0 = _errs28 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.locales !== undefined){
let data13 = data.locales;
const _errs33 = errors;
if(errors === _errs33){
if(Array.isArray(data13)){
var valid7 = true;
const len1 = data13.length;
for(let i1=0; i1<len1; i1++){
const _errs35 = errors;
if(typeof data13[i1] !== "string"){
validate20.errors = [{instancePath:instancePath+"/locales/" + i1,schemaPath:"#/properties/locales/items/type",keyword:"type",params:{type: "string"}}];
return false;
}
var valid7 = _errs35 === errors;
if(!valid7){
break;
}
}
}
else {
validate20.errors = [{instancePath:instancePath+"/locales",schemaPath:"#/properties/locales/type",keyword:"type",params:{type: "array"}}];
return false;
}
}
var valid0 = _errs33 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.gates !== undefined){
let data15 = data.gates;
const _errs37 = errors;
if(errors === _errs37){
if(Array.isArray(data15)){
var valid8 = true;
const len2 = data15.length;
for(let i2=0; i2<len2; i2++){
let data16 = data15[i2];
const _errs39 = errors;
if(typeof data16 !== "string"){
validate20.errors = [{instancePath:instancePath+"/gates/" + i2,schemaPath:"#/properties/gates/items/type",keyword:"type",params:{type: "string"}}];
return false;
}
if(!((((((data16 === "inviteOnly") || (data16 === "geo")) || (data16 === "linkedCampaign")) || (data16 === "idv")) || (data16 === "card")) || (data16 === "linkedAccount"))){
validate20.errors = [{instancePath:instancePath+"/gates/" + i2,schemaPath:"#/properties/gates/items/enum",keyword:"enum",params:{allowedValues: schema31.properties.gates.items.enum}}];
return false;
}
var valid8 = _errs39 === errors;
if(!valid8){
break;
}
}
}
else {
validate20.errors = [{instancePath:instancePath+"/gates",schemaPath:"#/properties/gates/type",keyword:"type",params:{type: "array"}}];
return false;
}
}
var valid0 = _errs37 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.preferences !== undefined){
let data17 = data.preferences;
const _errs41 = errors;
if(errors === _errs41){
if(Array.isArray(data17)){
var valid9 = true;
const len3 = data17.length;
for(let i3=0; i3<len3; i3++){
let data18 = data17[i3];
const _errs43 = errors;
if(errors === _errs43){
if(data18 && typeof data18 == "object" && !Array.isArray(data18)){
let missing1;
if((((data18.key === undefined) && (missing1 = "key")) || ((data18.type === undefined) && (missing1 = "type"))) || ((data18.isOptional === undefined) && (missing1 = "isOptional"))){
validate20.errors = [{instancePath:instancePath+"/preferences/" + i3,schemaPath:"#/properties/preferences/items/required",keyword:"required",params:{missingProperty: missing1}}];
return false;
}
else {
const _errs45 = errors;
for(const key1 in data18){
if(!(((key1 === "key") || (key1 === "type")) || (key1 === "isOptional"))){
validate20.errors = [{instancePath:instancePath+"/preferences/" + i3,schemaPath:"#/properties/preferences/items/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key1}}];
return false;
break;
}
}
if(_errs45 === errors){
if(data18.key !== undefined){
const _errs46 = errors;
if(typeof data18.key !== "string"){
validate20.errors = [{instancePath:instancePath+"/preferences/" + i3+"/key",schemaPath:"#/properties/preferences/items/properties/key/type",keyword:"type",params:{type: "string"}}];
return false;
}
var valid10 = _errs46 === errors;
}
else {
var valid10 = true;
}
if(valid10){
if(data18.type !== undefined){
let data20 = data18.type;
const _errs48 = errors;
if(typeof data20 !== "string"){
validate20.errors = [{instancePath:instancePath+"/preferences/" + i3+"/type",schemaPath:"#/properties/preferences/items/properties/type/type",keyword:"type",params:{type: "string"}}];
return false;
}
if(!(((((((((((data20 === "email") || (data20 === "phone")) || (data20 === "name")) || (data20 === "zip")) || (data20 === "opt_in")) || (data20 === "markets")) || (data20 === "ticket_count")) || (data20 === "boolean_select")) || (data20 === "freeform_text")) || (data20 === "checklist")) || (data20 === "promoterOptIns"))){
validate20.errors = [{instancePath:instancePath+"/preferences/" + i3+"/type",schemaPath:"#/properties/preferences/items/properties/type/enum",keyword:"enum",params:{allowedValues: schema31.properties.preferences.items.properties.type.enum}}];
return false;
}
var valid10 = _errs48 === errors;
}
else {
var valid10 = true;
}
if(valid10){
if(data18.isOptional !== undefined){
const _errs50 = errors;
if(typeof data18.isOptional !== "boolean"){
validate20.errors = [{instancePath:instancePath+"/preferences/" + i3+"/isOptional",schemaPath:"#/properties/preferences/items/properties/isOptional/type",keyword:"type",params:{type: "boolean"}}];
return false;
}
var valid10 = _errs50 === errors;
}
else {
var valid10 = true;
}
}
}
}
}
}
else {
validate20.errors = [{instancePath:instancePath+"/preferences/" + i3,schemaPath:"#/properties/preferences/items/type",keyword:"type",params:{type: "object"}}];
return false;
}
}
var valid9 = _errs43 === errors;
if(!valid9){
break;
}
}
}
else {
validate20.errors = [{instancePath:instancePath+"/preferences",schemaPath:"#/properties/preferences/type",keyword:"type",params:{type: "array"}}];
return false;
}
}
var valid0 = _errs41 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.marketIds !== undefined){
let data22 = data.marketIds;
const _errs52 = errors;
if(errors === _errs52){
if(Array.isArray(data22)){
var valid11 = true;
const len4 = data22.length;
for(let i4=0; i4<len4; i4++){
const _errs54 = errors;
if(typeof data22[i4] !== "string"){
validate20.errors = [{instancePath:instancePath+"/marketIds/" + i4,schemaPath:"#/properties/marketIds/items/type",keyword:"type",params:{type: "string"}}];
return false;
}
var valid11 = _errs54 === errors;
if(!valid11){
break;
}
}
}
else {
validate20.errors = [{instancePath:instancePath+"/marketIds",schemaPath:"#/properties/marketIds/type",keyword:"type",params:{type: "array"}}];
return false;
}
}
var valid0 = _errs52 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.selectionMethod !== undefined){
let data24 = data.selectionMethod;
const _errs56 = errors;
if(typeof data24 !== "string"){
validate20.errors = [{instancePath:instancePath+"/selectionMethod",schemaPath:"#/properties/selectionMethod/type",keyword:"type",params:{type: "string"}}];
return false;
}
if(!(((data24 === "random") || (data24 === "weighted")) || (data24 === "score"))){
validate20.errors = [{instancePath:instancePath+"/selectionMethod",schemaPath:"#/properties/selectionMethod/enum",keyword:"enum",params:{allowedValues: schema31.properties.selectionMethod.enum}}];
return false;
}
var valid0 = _errs56 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.maxLots !== undefined){
let data25 = data.maxLots;
const _errs58 = errors;
if(!(((typeof data25 == "number") && (!(data25 % 1) && !isNaN(data25))) && (isFinite(data25)))){
validate20.errors = [{instancePath:instancePath+"/maxLots",schemaPath:"#/properties/maxLots/type",keyword:"type",params:{type: "integer"}}];
return false;
}
if(errors === _errs58){
if((typeof data25 == "number") && (isFinite(data25))){
if(data25 < 1 || isNaN(data25)){
validate20.errors = [{instancePath:instancePath+"/maxLots",schemaPath:"#/properties/maxLots/minimum",keyword:"minimum",params:{comparison: ">=", limit: 1}}];
return false;
}
}
}
var valid0 = _errs58 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.minScore !== undefined){
let data26 = data.minScore;
const _errs60 = errors;
if((!(((typeof data26 == "number") && (!(data26 % 1) && !isNaN(data26))) && (isFinite(data26)))) && (data26 !== null)){
validate20.errors = [{instancePath:instancePath+"/minScore",schemaPath:"#/properties/minScore/type",keyword:"type",params:{type: schema31.properties.minScore.type}}];
return false;
}
var valid0 = _errs60 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.maxMarkets !== undefined){
let data27 = data.maxMarkets;
const _errs62 = errors;
if(!(((typeof data27 == "number") && (!(data27 % 1) && !isNaN(data27))) && (isFinite(data27)))){
validate20.errors = [{instancePath:instancePath+"/maxMarkets",schemaPath:"#/properties/maxMarkets/type",keyword:"type",params:{type: "integer"}}];
return false;
}
if(errors === _errs62){
if((typeof data27 == "number") && (isFinite(data27))){
if(data27 < 1 || isNaN(data27)){
validate20.errors = [{instancePath:instancePath+"/maxMarkets",schemaPath:"#/properties/maxMarkets/minimum",keyword:"minimum",params:{comparison: ">=", limit: 1}}];
return false;
}
}
}
var valid0 = _errs62 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.automatedReminders !== undefined){
const _errs64 = errors;
if(typeof data.automatedReminders !== "boolean"){
validate20.errors = [{instancePath:instancePath+"/automatedReminders",schemaPath:"#/properties/automatedReminders/type",keyword:"type",params:{type: "boolean"}}];
return false;
}
var valid0 = _errs64 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.showAccessCode !== undefined){
const _errs66 = errors;
if(typeof data.showAccessCode !== "boolean"){
validate20.errors = [{instancePath:instancePath+"/showAccessCode",schemaPath:"#/properties/showAccessCode/type",keyword:"type",params:{type: "boolean"}}];
return false;
}
var valid0 = _errs66 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.dedupe !== undefined){
const _errs68 = errors;
if(!(validate21(data.dedupe, {instancePath:instancePath+"/dedupe",parentData:data,parentDataProperty:"dedupe",rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate21.errors : vErrors.concat(validate21.errors);
errors = vErrors.length;
}
var valid0 = _errs68 === errors;
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
