using System.Security.Claims;
using KeyProducts.Web.Access;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace KeyProducts.Web.Text;

/// <summary>Notes in each form that posts whose page it stands in: what is typed is given back to that account and to no other.</summary>
[HtmlTargetElement("form", Attributes = "method")]
public sealed class WriterTagHelper : TagHelper
{
    [ViewContext]
    [HtmlAttributeNotBound]
    public ViewContext ViewContext { get; set; } = null!;

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        var isPost = string.Equals(context.AllAttributes["method"]?.Value?.ToString(), "post", StringComparison.OrdinalIgnoreCase);
        if (!isPost || ViewContext.HttpContext.User.FindFirstValue(ClaimTypes.NameIdentifier) is not { } reader)
        {
            return;
        }

        var field = new TagBuilder("input") { TagRenderMode = TagRenderMode.SelfClosing };
        field.Attributes["type"] = "hidden";
        field.Attributes["name"] = KeptForms.Writer;
        field.Attributes["value"] = reader;
        output.PostContent.AppendHtml(field);
    }
}
