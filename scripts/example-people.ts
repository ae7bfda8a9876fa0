/** Where the examples' fans come from. Nobody in them exists; phone numbers are from ranges kept free for fiction. */
export interface Homeland {
  readonly countryCode: string;
  readonly locales: readonly string[];
  /** How often, among all. */
  readonly weight: number;
  readonly firstNames: readonly string[];
  readonly lastNames: readonly string[];
  /** `#` is a digit, `@` a letter of postal codes. */
  readonly postalCodes: readonly string[];
  /** `#` is a digit; where a country keeps no numbers for fiction there are none. */
  readonly phoneNumbers: readonly string[];
}

const words = (list: string): readonly string[] => list.split(' ');

export const homelands: readonly Homeland[] = [
  {
    countryCode: 'GB',
    locales: ['en-GB'],
    weight: 30,
    firstNames: words('Amelia Oliver Isla Noah Priya Callum Zara Ewan Niamh Idris Grace Harvey Leila Rhys Maisie Tariq Freya Jude Poppy Kwame'),
    lastNames: words(
      "Ashworth Bhatt Campbell Davies Edwards Fairclough Griffiths Hussain Jenkins Kaur Lamb MacLeod Nwosu O'Donnell Pritchard Sharma Thwaite Whitlock",
    ),
    postalCodes: [
      'E# #@@',
      'N1# #@@',
      'SW# #@@',
      'SE1# #@@',
      'M1# #@@',
      'B1# #@@',
      'LS# #@@',
      'BS# #@@',
      'G1# #@@',
      'EH# #@@',
      'CF2# #@@',
      'BT# #@@',
      'L1# #@@',
    ],
    phoneNumbers: ['+44 7700 900###', '07700 900###', '+447700900###'],
  },
  {
    countryCode: 'FR',
    locales: ['fr-FR'],
    weight: 20,
    firstNames: words('Camille Léo Manon Hugo Chloé Théo Inès Gabriel Zoé Anaïs Mehdi Élodie Jean-Luc Aminata Raphaël Océane Bastien Noémie'),
    lastNames: words("Aubert Benoît Charpentier Delacroix Diallo Fournier Garnier Hébert Lefèvre Marchand N'Guyen Perrin Rousseau Saïdi Vasseur"),
    postalCodes: ['750##', '6900#', '1300#', '31#00', '44#00', '33#00', '59#00', '67#00', '35#00'],
    phoneNumbers: ['06 39 98 ## ##', '+33 6 39 98 ## ##'],
  },
  {
    countryCode: 'DE',
    locales: ['de-DE'],
    weight: 18,
    firstNames: words('Lena Jonas Mia Finn Emilia Luca Jürgen Aylin Sören Käthe Emre Frieda Björn Hannah Moritz Zeynep Paul Ronja'),
    lastNames: words('Albrecht Böhm Çelik Dietrich Eßer Fuchs Großmann Hartmann Jäger Köhler Lindner Müller Neumann Öztürk Schröder Vogt Weiß'),
    postalCodes: ['1#9##', '10##5', '203##', '506##', '803##', '041##', '010##', '701##', '603##'],
    phoneNumbers: ['0171 39200##', '+49 171 39200##'],
  },
  {
    countryCode: 'IE',
    locales: ['en-IE'],
    weight: 8,
    firstNames: words('Aoife Cillian Saoirse Oisín Ciara Tadhg Róisín Darragh Sinéad Fionn Caoimhe Eoin'),
    lastNames: words("Brennan Byrne Doyle Fitzgerald Gallagher Keane Mac-Carthy Ní-Bhriain O'Brien O'Sullivan Quinn Walsh"),
    postalCodes: ['D0# F#X2', 'D1# K#Y8', 'T12 A#E4', 'V94 C#H6', 'H91 W#N3'],
    phoneNumbers: [],
  },
  {
    countryCode: 'NL',
    locales: ['nl-NL'],
    weight: 7,
    firstNames: words('Sanne Daan Femke Bram Fleur Thijs Lotte Sem Roos Joris Anouk Pieter'),
    lastNames: ['van den Berg', 'de Vries', 'Bakker', 'Jansen', 'Smit', 'Mulder', 'van Dijk', 'Hoekstra', 'El Amrani', 'Postma'],
    postalCodes: ['10## @@', '30## @@', '35## @@', '97## @@', '56## @@'],
    phoneNumbers: [],
  },
  {
    countryCode: 'ES',
    locales: ['es-ES', 'ca-ES'],
    weight: 6,
    firstNames: words('Lucía Mateo Íñigo Carmen Álvaro Nerea Jordi Sofía Pau Begoña Iker Rocío'),
    lastNames: ['García López', 'Núñez', 'Ibáñez Ruiz', 'Ferrer i Puig', 'Romero', 'Ortega', 'Castaño', 'Etxeberria', 'Vidal', 'Peña'],
    postalCodes: ['280##', '080##', '460##', '410##', '480##'],
    phoneNumbers: [],
  },
  {
    countryCode: 'SE',
    locales: ['sv-SE'],
    weight: 5,
    firstNames: words('Astrid Elsa Björn Åsa Gustav Linnéa Öyvind Saga Nils Ebba'),
    lastNames: words('Andersson Bergström Åkesson Lindqvist Nyström Östberg Sjögren Holm Ekström'),
    postalCodes: ['11# ##', '41# ##', '21# ##', '75# ##'],
    phoneNumbers: ['070-174 06 1#', '+46 70 174 06 5#'],
  },
  {
    countryCode: 'US',
    locales: ['en-US', 'es-US'],
    weight: 6,
    firstNames: words('Ava Mason Harper Elijah Sofia Jaylen Mei Diego Riley Imani Wyatt Hannah'),
    lastNames: words('Anderson Brooks Chen Delgado Evans Foster Gutierrez Hayes Jackson Kim Nguyen Ramirez Washington'),
    postalCodes: ['100##', '112##', '606##', '941##', '900##', '787##', '981##', '0213#', '331##-####'],
    phoneNumbers: ['(202) 555-01##', '+1 415 555 01##', '312-555-01##'],
  },
];

/** What some fans write to the band: commas, quotes and letters that a file has to carry. */
export const messages: readonly string[] = [
  'Play the old ones, please!',
  'My sister says "you were better in 2019" – prove her wrong',
  'Wir kommen zu dritt, mit Großeltern.',
  'Première fois, très hâte !',
  '¡Por fin! Los espero desde hace años',
  'See you in the front row 🎸',
  'Tack för allt; särskilt för "Norrsken"',
  "I'll be the one with the umbrella",
];
