using KeyProducts.Domain;

namespace KeyProducts.Web.Access;

/// <summary>When marks and what is made of them may be seen: staff from the opening of judging, auditors once judging is closed.</summary>
public static class Openness
{
    /// <summary>Whether marks, scores and ranks of a year are shown to a reader.</summary>
    public static bool ShowsMarksTo(this Programme programme, bool isStaff) =>
        programme.Stage >= (isStaff ? Stage.Judging : Stage.Deliberation);
}
