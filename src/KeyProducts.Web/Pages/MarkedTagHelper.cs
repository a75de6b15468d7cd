using KeyProducts.Web.Storage;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace KeyProducts.Web.Pages;

/// <summary>A text with what was looked for marked in it: <c>&lt;marked text="@product" by="Model.Query" /&gt;</c>.</summary>
[HtmlTargetElement("marked", TagStructure = TagStructure.WithoutEndTag)]
public sealed class MarkedTagHelper : TagHelper
{
    /// <summary>The text as it is stored.</summary>
    public string? Text { get; set; }

    /// <summary>What was looked for.</summary>
    public SearchQuery By { get; set; } = null!;

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = null;
        foreach (var part in By.Mark(Text))
        {
            if (!part.IsMarked)
            {
                output.Content.Append(part.Text);
                continue;
            }

            var mark = new TagBuilder("mark");
            mark.InnerHtml.Append(part.Text);
            output.Content.AppendHtml(mark);
        }
    }
}
