namespace KeyProducts.Domain;

/// <summary>What is said of a file that is not as it must be: keys of words, with what fills them.</summary>
internal static class SnapshotWords
{
    // Why a file is no snapshot.
    public static SnapshotPhrase TooLarge(int megabytes) => new("The file has more than {0} MB; no snapshot is that large.", megabytes);
    public static SnapshotPhrase TooMany(int most) => new("More than {0} stand here; no year is that large.", most);
    public static SnapshotPhrase TooDeep() => new("The file is no snapshot: its values lie too deep in one another.");
    public static SnapshotPhrase NoJson(long line, long bytePlace) => new("The file is no snapshot: it is no JSON from line {0}, byte {1} on.", line, bytePlace);
    public static SnapshotPhrase NoObject() => new("The file is no snapshot: it is no JSON object.");
    public static SnapshotPhrase NoText() => new("The file is no snapshot: a text in it is no valid Unicode.");
    public static SnapshotPhrase NoFormat(string format) => new("The file is no snapshot: the member “format” with “{0}” is missing.", format);
    public static SnapshotPhrase OtherFormat(string found, string format) => new("The file is no snapshot that this program reads: its format is {0}, not “{1}”.", found, format);
    public static SnapshotPhrase Missing() => new("A member is missing that every snapshot has.");
    public static SnapshotPhrase TextNeeded() => new("A text must stand here.");
    public static SnapshotPhrase NumberNeeded() => new("A number must stand here.");
    public static SnapshotPhrase FlagNeeded() => new("Either true or false must stand here.");
    public static SnapshotPhrase ListNeeded() => new("A list must stand here.");
    public static SnapshotPhrase ObjectNeeded() => new("An object must stand here.");
    public static SnapshotPhrase NotRanked(SnapshotDifference why) => new("Found {0}, expected {1}.", why.Found, why.Expected);

    // What stands in a place, or must stand there.
    public static SnapshotPhrase Nothing() => new("nothing");
    public static SnapshotPhrase Again() => new("the same member again");
    public static SnapshotPhrase After(string name) => new("after {0}", name);
    public static SnapshotPhrase Before(string name) => new("before {0}", name);
    public static SnapshotPhrase Here(string key) => new("{0} in this place", key);
    public static SnapshotPhrase NotComposed(string json) => new("{0}, not composed", json);
    public static SnapshotPhrase Composed() => new("the same text composed (Unicode NFC)");
    public static SnapshotPhrase ByteOrderMark() => new("a byte order mark");
    public static SnapshotPhrase WhiteSpace(int bytePlace) => new("white space at byte {0}", bytePlace);
    public static SnapshotPhrase NoWhiteSpace() => new("no white space");
    public static SnapshotPhrase Bytes(string text, int bytePlace) => new("{0} at byte {1}", text, bytePlace);

    // What may stand in a place.
    public static SnapshotPhrase Whole() => new("a whole number, written out");
    public static SnapshotPhrase AtLeast(int least) => new("a whole number, at least {0}", least);
    public static SnapshotPhrase Between(int least, int most) => new("a whole number from {0} to {1}", least, most);
    public static SnapshotPhrase Decimal() => new("a decimal number with a point, without an exponent, of at most 28 digits");
    public static SnapshotPhrase Minimum() => new("a minimum in points or per cent, such as 12 or 50%");
    public static SnapshotPhrase Hash() => new("a SHA-256 of 64 small hexadecimal digits");
    public static SnapshotPhrase OneOf(string values) => new("one of {0}", values);
    public static SnapshotPhrase TieStep() => new("a step “criteria”, “head-to-head”, “figure:NAME” or “council”");
    public static SnapshotPhrase Other() => new("something that stands here only once");
    public static SnapshotPhrase KnownGroup() => new("a group of this file");
    public static SnapshotPhrase KnownCriterion() => new("a criterion of this file");
    public static SnapshotPhrase KnownNomination() => new("a nomination of this file");
    public static SnapshotPhrase KnownJudge() => new("a judge of this file");
    public static SnapshotPhrase MaximumBetween(decimal most) => new("a maximum from 0 to {0}", most);
    public static SnapshotPhrase PointsUpTo(decimal max) => new("points from 0 to {0}, with at most 6 decimals", max);
    public static SnapshotPhrase MarkUpTo(decimal max, decimal step) => new("a mark from 0 to {0} in steps of {1}", max, step);
    public static SnapshotPhrase NoMark() => new("nothing, because the criterion is computed");
    public static SnapshotPhrase NotJudged() => new("nothing, because the criterion is judged");
    public static SnapshotPhrase Ascending() => new("more than in the band before");
    public static SnapshotPhrase ReasonNeeded() => new("the reason, because the file replaces another");
    public static SnapshotPhrase ReplacedNeeded() => new("what the file replaces, because it gives a reason");
}
