namespace KeyProducts.Web.Access;

/// <summary>What somebody typed into a form and sent when their sign-in had ended, or when a second factor had to be set up first.</summary>
/// <param name="Address">The page of ours that it was sent to, with its query.</param>
/// <param name="Writer">The account that had opened the form.</param>
/// <param name="Until">How long it is kept, UTC.</param>
/// <param name="Fields">Names and values, without tokens and files.</param>
/// <param name="HadFiles">Whether files were with it; they are not kept.</param>
/// <param name="AwaitedFactor">Whether it waits for a second factor that has to be set up first.</param>
public sealed record KeptForm(string Address, Guid Writer, DateTime Until, IReadOnlyList<KeyValuePair<string, string>> Fields, bool HadFiles, bool AwaitedFactor = false);

/// <summary>
/// Says to the page at which a form has arrived that nothing is to be carried out: the form is shown again, with what was typed and a sentence.
/// </summary>
/// <param name="SignInEnded">Whether the sender had to sign in again; otherwise the page was too old.</param>
/// <param name="HadFiles">Whether files were with it; they are to be chosen again.</param>
/// <param name="AwaitedFactor">Whether the sender had to set up a second factor first.</param>
public sealed record FormShownAgain(bool SignInEnded, bool HadFiles, bool AwaitedFactor = false)
{
    /// <summary>The key of the sentence that says why.</summary>
    public string Sentence => this switch
    {
        { AwaitedFactor: true, HadFiles: true } => "A second factor had to be set up before this could be sent. What you typed is back in the form: look through it, choose the files again and send it again.",
        { AwaitedFactor: true } => "A second factor had to be set up before this could be sent. What you typed is back in the form: look through it and send it again.",
        { SignInEnded: true, HadFiles: true } => "Your sign-in had ended when you sent this. What you typed is back in the form: look through it, choose the files again and send it again.",
        { SignInEnded: true } => "Your sign-in had ended when you sent this. What you typed is back in the form: look through it and send it again.",
        { HadFiles: true } => "This page was open for too long. What you typed is still in the form: look through it, choose the files again and send it again.",
        _ => "This page was open for too long. What you typed is still in the form: look through it and send it again.",
    };
}
